// pgjdbc: strings as untyped parameters (stringtype=unspecified), results as text; binary by COPY.
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.util.PGobject;

class WithJdbc {
	static Connection connection;

	static ResultSet query(String sql, Object... arguments) throws SQLException {
		PreparedStatement statement = connection.prepareStatement(sql);

		for (int i = 0; i < arguments.length; i++) {
			if (arguments[i] == null)
				statement.setNull(i + 1, Types.DOUBLE);
			else
				statement.setObject(i + 1, arguments[i]);
		}
		ResultSet result = statement.executeQuery();
		result.next();
		return result;
	}

	static String one(String sql, Object... arguments) throws SQLException {
		return query(sql, arguments).getString(1);
	}

	// An argument whose type is said to be OTHER is untyped, whatever stringtype is.
	static PGobject of(String type, String value) throws SQLException {
		PGobject object = new PGobject();

		object.setType(type);
		object.setValue(value);
		return object;
	}

	public static void main(String[] given) throws Exception {
		String url = System.getenv("JDBC_URL"), card = given[4];

		connection = DriverManager.getConnection(url + "&stringtype=unspecified");
		connection.setAutoCommit(false);
		PreparedStatement insert = connection.prepareStatement("INSERT INTO item VALUES (?, ?, ?, ?, ?, ?)");
		for (int i = 0; i < 5; i++)
			insert.setString(i + 1, given[i]);
		insert.setArray(6, connection.createArrayOf("plan_period", new String[] {"2022-Q3", "2022-10"}));
		insert.executeUpdate();
		ResultSet row = query("SELECT * FROM item");
		System.out.print("row");
		for (int i = 1; i <= 6; i++)
			System.out.print("|" + row.getString(i));
		System.out.println();
		System.out.println("found " + one("SELECT count(*) FROM item WHERE period = ? AND goal = ? AND status = ? AND card = ?", given[0], given[1], given[2], card));
		System.out.println("any " + one("SELECT count(*) FROM item WHERE period = ANY (?)", connection.createArrayOf("plan_period", new String[] {"2022-Q3", "2023"})));
		System.out.println("status " + one("SELECT plan_status(?, ?)", 96.5, ">= 95"));
		System.out.println("three " + one("SELECT plan_status(?, ?, ?)", 90.25, ">= 95 from 44", 0.95));
		System.out.println("none " + one("SELECT plan_status(?, ?)", null, ">= 95"));
		System.out.println("year " + one("SELECT plan_period(?)", 2022L));
		System.out.println("within " + (query("SELECT ? <@ plan_period '2022-Q3'", LocalDate.of(2022, 8, 1)).getBoolean(1) ? "True" : "False"));
		System.out.println("json " + one("SELECT ?::plan_scorecard::jsonb->>'exceeded'", card));
		System.out.println("score " + one("SELECT plan_score(card) FROM item"));
		ResultSet view = query("SELECT period, goal, actual, status FROM province.performance WHERE indicator = 'GRDP' AND period = ?", "2022");
		System.out.println("view " + view.getString(1) + " " + view.getString(2) + " " + view.getDouble(3) + " " + view.getString(4));

		ByteArrayOutputStream message = new ByteArrayOutputStream();
		CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
		copy.copyOut("COPY item TO STDOUT (FORMAT binary)", message);
		connection.createStatement().execute("CREATE TEMP TABLE copied (LIKE item)");
		copy.copyIn("COPY copied FROM STDIN (FORMAT binary)", new ByteArrayInputStream(message.toByteArray()));
		System.out.println("binary " + one("SELECT count(*) FROM (TABLE item INTERSECT TABLE copied) AS b"));

		// The values are objects with text, also after the driver has prepared the statement on the server.
		PreparedStatement again = connection.prepareStatement("SELECT period, card, periods FROM item");
		for (int i = 0; i < 12; i++) {
			ResultSet result = again.executeQuery();
			result.next();
			if (!((PGobject) result.getObject(1)).getValue().equals(given[0]) || !((PGobject) result.getObject(2)).getValue().equals(card)
				|| ((Object[]) result.getArray(3).getArray()).length != 2)
				throw new AssertionError("object " + i);
		}

		// Without stringtype a string is a varchar, which reads as a period or a goal, and which columns take.
		connection.rollback();
		connection = DriverManager.getConnection(url);
		insert = connection.prepareStatement("INSERT INTO item VALUES (?, ?, ?, ?, ?)");
		for (int i = 0; i < 5; i++)
			insert.setString(i + 1, given[i]);
		insert.executeUpdate();
		System.out.println("typed " + one("SELECT ? = plan_period(2022)", "2022")
			+ " " + one("SELECT count(*) FROM item WHERE period = ? AND goal = ? AND status = ? AND standing = ?", given[0], given[1], given[2], given[3])
			+ " " + one("SELECT plan_status(?, ?)", 96.5, ">= 95")
			+ " " + one("SELECT plan_count(?)", of("plan_scorecard", card)) + " " + one("SELECT plan_count(CAST(? AS plan_scorecard))", card));
	}
}
