# psycopg 3: parameters bound on the server, text and binary.
import sys

import psycopg
from psycopg.types import TypeInfo

given, card = sys.argv[1:6], sys.argv[5]
connection = psycopg.connect("")


def one(sql, *arguments, **more):
    return connection.execute(sql, arguments, **more).fetchone()[0]


connection.execute("INSERT INTO item VALUES (%s, %s, %s, %s, %s, %s)", given + [["2022-Q3", "2022-10"]])
print("row", *connection.execute("SELECT * FROM item").fetchone(), sep="|")
print("found", one("SELECT count(*) FROM item WHERE period = %s AND goal = %s AND status = %s AND card = %s", given[0], given[1], given[2], card))
print("any", one("SELECT count(*) FROM item WHERE period = ANY (%s)", ["2022-Q3", "2023"]))
print("status", one("SELECT plan_status(%s, %s)", 96.5, ">= 95"))
print("three", one("SELECT plan_status(%s, %s, %s)", 90.25, ">= 95 from 44", 0.95))
print("none", one("SELECT plan_status(%s, %s)", None, ">= 95"))
print("year", one("SELECT plan_period(%s)", 2022))
print("within", one("SELECT %s::date <@ plan_period '2022-Q3'", "2022-08-01"))
print("json", one("SELECT %s::plan_scorecard::jsonb", card)["exceeded"])
print("score", "%g" % one("SELECT plan_score(card) FROM item"))
print("view", *connection.execute("SELECT period, goal, actual, status FROM province.performance WHERE indicator = 'GRDP' AND period = %s", ["2022"]).fetchone())

# Arrays are lists once their type is known.
TypeInfo.fetch(connection, "plan_period").register(connection)
assert one("SELECT periods FROM item") == ["2022-Q3", "2022-10"]

# Results in binary are the bytes of the message; COPY sends them back.
assert one("SELECT card FROM item", binary=True) == one("SELECT _plan_scorecard_send(card) FROM item")
assert one("SELECT period FROM item", binary=True) == one("SELECT _plan_period_send(period) FROM item")
cursor = connection.cursor()
with cursor.copy("COPY item TO STDOUT (FORMAT binary)") as copy:
    message = b"".join(copy)
cursor.execute("CREATE TEMP TABLE copied (LIKE item)")
with cursor.copy("COPY copied FROM STDIN (FORMAT binary)") as copy:
    copy.write(message)
print("binary", one("SELECT count(*) FROM (TABLE item INTERSECT TABLE copied) AS b"))
