# Write the statements of a workspace as strings of C: an empty line ends a statement, and lines that
# begin with -- are left out.

function end_statement()
{
	if (statement != "")
		printf "\t%s,\n", statement
	statement = ""
}

FNR == 1 { end_statement() }
/^--/ { next }
/^$/ { end_statement(); next }
{
	gsub(/\\/, "\\\\")
	gsub(/"/, "\\\"")
	statement = statement "\"" $0 "\\n\"\n\t"
}
END { end_statement() }
