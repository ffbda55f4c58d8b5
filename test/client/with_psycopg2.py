# psycopg 2: text both ways; binary by COPY.
import io
import sys

import psycopg2

given, card = sys.argv[1:6], sys.argv[5]
connection = psycopg2.connect("")
cursor = connection.cursor()


def one(sql, *arguments):
    cursor.execute(sql, arguments)
    return cursor.fetchone()[0]


cursor.execute("INSERT INTO item VALUES (%s, %s, %s, %s, %s, %s::plan_period[])", given + [["2022-Q3", "2022-10"]])
cursor.execute("SELECT * FROM item")
print("row", *cursor.fetchone(), sep="|")
print("found", one("SELECT count(*) FROM item WHERE period = %s AND goal = %s AND status = %s AND card = %s", given[0], given[1], given[2], card))
print("any", one("SELECT count(*) FROM item WHERE period = ANY (%s::plan_period[])", ["2022-Q3", "2023"]))
print("status", one("SELECT plan_status(%s, %s)", 96.5, ">= 95"))
print("three", one("SELECT plan_status(%s, %s, %s)", 90.25, ">= 95 from 44", 0.95))
print("none", one("SELECT plan_status(%s, %s)", None, ">= 95"))
print("year", one("SELECT plan_period(%s)", 2022))
print("within", one("SELECT %s::date <@ plan_period %s", "2022-08-01", "2022-Q3"))
print("json", one("SELECT %s::plan_scorecard::jsonb", card)["exceeded"])
print("score", "%g" % one("SELECT plan_score(card) FROM item"))
cursor.execute("SELECT period, goal, actual, status FROM province.performance WHERE indicator = 'GRDP' AND period = %s", ("2022",))
print("view", *cursor.fetchone())

buffer = io.BytesIO()
cursor.copy_expert("COPY item TO STDOUT (FORMAT binary)", buffer)
buffer.seek(0)
cursor.execute("CREATE TEMP TABLE copied (LIKE item)")
cursor.copy_expert("COPY copied FROM STDIN (FORMAT binary)", buffer)
print("binary", one("SELECT count(*) FROM (TABLE item INTERSECT TABLE copied) AS b"))
