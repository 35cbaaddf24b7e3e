/// Makes random statements over a schema whose rows hold NULL wherever the schema lets them: whatever the inference says
/// of them can be held against what SQLite answers.
struct RandomQuery<Generator: RandomNumberGenerator> {
    var generator: Generator

    init(_ generator: Generator) {
        self.generator = generator
    }

    /// Tables with NOT NULL and nullable columns, keys of every kind, a view over an outer join, and rows in which each
    /// nullable column is NULL somewhere and some keys match nothing.
    static var schema: String {
        """
        CREATE TABLE a(id INTEGER PRIMARY KEY, n TEXT NOT NULL, m TEXT, i INT NOT NULL, j INT, r REAL NOT NULL);
        CREATE TABLE b(id INTEGER PRIMARY KEY, aid INT REFERENCES a(id), n TEXT NOT NULL, m TEXT, i INT NOT NULL, j INT);
        CREATE INDEX b_aid ON b(aid);
        CREATE INDEX b_ij ON b(i, j DESC);
        CREATE TABLE k(k TEXT PRIMARY KEY, v TEXT NOT NULL, j INT);
        CREATE TABLE w(k TEXT PRIMARY KEY, v TEXT, i INT NOT NULL, j INT) WITHOUT ROWID;
        CREATE TABLE s(k TEXT PRIMARY KEY, i INT NOT NULL, j INT, g INT GENERATED ALWAYS AS (j + 1) VIRTUAL) STRICT;
        CREATE VIEW v AS SELECT a.id, a.n, b.m, b.i, b.j FROM a LEFT JOIN b ON b.aid = a.id;
        CREATE VIEW u AS SELECT i, j, count(*) AS c, max(m) AS x FROM b GROUP BY i, j;
        INSERT INTO a VALUES (1,'a','m',1,1,0.5),(2,'b',NULL,2,NULL,1.5),(3,'c','x',0,0,-1.0),(4,'b',NULL,1,5,2.0);
        INSERT INTO b VALUES (1,1,'p','q',1,1),(2,1,'p',NULL,2,NULL),(3,NULL,'r','s',1,0),(4,9,'t',NULL,0,3),(5,2,'b','x',2,NULL);
        INSERT INTO k VALUES ('a','x',1),(NULL,'y',NULL),('b','z',0);
        INSERT INTO w VALUES ('a','x',1,NULL),('b',NULL,0,2),('q','y',2,1);
        INSERT INTO s(k,i,j) VALUES ('a',1,NULL),('b',0,2),('m',2,0);
        """
    }

    private struct Relation {
        var sql: String
        var alias: String
        var columns: [(name: String, isText: Bool)]
    }

    private static var tables: [(name: String, texts: [String], numbers: [String])] {
        [
            ("a", ["n", "m"], ["id", "i", "j", "r"]), ("b", ["n", "m"], ["id", "aid", "i", "j"]),
            ("k", ["k", "v"], ["j"]), ("w", ["k", "v"], ["i", "j"]), ("s", ["k"], ["i", "j", "g"]),
            ("v", ["n", "m"], ["id", "i", "j"]), ("u", ["x"], ["i", "j", "c"]),
        ]
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &generator)]
    }

    /// One statement that returns rows and changes nothing.
    mutating func next() -> String {
        aliasCount = 0
        return chance(15) ? compound() : select(depth: 2, columnCount: Int.random(in: 1...4, using: &generator))
    }

    private var aliasCount = 0

    private mutating func alias() -> String {
        aliasCount += 1
        return "t\(aliasCount)"
    }

    private mutating func compound() -> String {
        let count = Int.random(in: 1...2, using: &generator)
        let operation = pick(["UNION", "UNION ALL", "INTERSECT", "EXCEPT"])
        let text = "\(core(depth: 1, columnCount: count)) \(operation) \(core(depth: 1, columnCount: count))"
        return chance(50) ? text + " ORDER BY 1" : text
    }

    private mutating func select(depth: Int, columnCount: Int) -> String {
        var text = core(depth: depth, columnCount: columnCount)
        if chance(30) {
            text += " ORDER BY \(Int.random(in: 1...columnCount, using: &generator))\(chance(40) ? " DESC" : "")"
        }
        if chance(15) { text += " LIMIT \(Int.random(in: 0...5, using: &generator))" }
        return text
    }

    private mutating func core(depth: Int, columnCount: Int) -> String {
        var (from, scope) = self.from(depth: depth)
        if chance(8) { (from, scope) = ("", []) }
        let style = scope.isEmpty ? 0 : Int.random(in: 0..<10, using: &generator)
        var list: [String] = []
        var tail = ""
        if chance(55), !scope.isEmpty { tail += " WHERE " + condition(scope, depth: depth) }
        switch style {
        case 0...1 where !scope.isEmpty:  // aggregate of everything
            for _ in 0..<columnCount { list.append(chance(80) ? aggregate(scope) : expression(scope, depth: 1)) }
        case 2...3:  // grouped
            let keys = (0..<Int.random(in: 1...2, using: &generator)).map { _ in pick(scope).name }
            for _ in 0..<columnCount { list.append(chance(50) ? pick(keys) : aggregate(scope)) }
            tail += " GROUP BY " + keys.joined(separator: ", ")
            if chance(30) { tail += " HAVING \(aggregate(scope)) \(pick([">", "<>", "IS NOT"])) 1" }
        case 4:  // windows
            for _ in 0..<columnCount { list.append(chance(60) ? window(scope) : expression(scope, depth: 1)) }
        default:
            for _ in 0..<columnCount { list.append(expression(scope, depth: depth)) }
        }
        let named = list.enumerated().map { "\($0.element) AS c\($0.offset)" }.joined(separator: ", ")
        return "SELECT \(chance(10) ? "DISTINCT " : "")\(named)\(from)\(tail)"
    }

    private mutating func relation(depth: Int) -> Relation {
        let alias = alias()
        if depth > 0, chance(25) {
            let count = Int.random(in: 1...3, using: &generator)
            let inner = chance(25) ? compound(count) : select(depth: depth - 1, columnCount: count)
            return Relation(
                sql: "(\(inner)) AS \(alias)", alias: alias,
                columns: (0..<count).map { ("\(alias).c\($0)", false) })
        }
        let table = pick(Self.tables)
        return Relation(
            sql: "\(table.name) AS \(alias)", alias: alias,
            columns: table.texts.map { ("\(alias).\($0)", true) } + table.numbers.map { ("\(alias).\($0)", false) })
    }

    private mutating func compound(_ count: Int) -> String {
        "\(core(depth: 0, columnCount: count)) \(pick(["UNION", "UNION ALL"])) \(core(depth: 0, columnCount: count))"
    }

    private mutating func from(depth: Int) -> (String, [(name: String, isText: Bool)]) {
        var text = " FROM "
        var scope: [(name: String, isText: Bool)] = []
        for index in 0..<pick([1, 1, 2, 2, 3]) {
            let relation = relation(depth: depth)
            if index == 0 {
                text += relation.sql
                scope = relation.columns
                continue
            }
            let join = pick([
                ", ", " JOIN ", " LEFT JOIN ", " LEFT JOIN ", " RIGHT JOIN ", " FULL JOIN ", " CROSS JOIN ",
            ])
            text += join + relation.sql
            if join == " JOIN " || join.hasPrefix(" LEFT") || join.hasPrefix(" RIGHT") || join.hasPrefix(" FULL") {
                text += " ON \(pick(relation.columns).name) = \(pick(scope).name)"
                if chance(20) { text += " AND " + comparison(scope + relation.columns) }
            }
            scope += relation.columns
        }
        return (text, scope)
    }

    private mutating func comparison(_ scope: [(name: String, isText: Bool)]) -> String {
        let left = pick(scope)
        switch Int.random(in: 0..<9, using: &generator) {
        case 0: return "\(left.name) IS NOT NULL"
        case 1: return "\(left.name) IS NULL"
        case 2: return "\(left.name) = \(pick(scope).name)"
        case 3: return "\(left.name) IS \(pick(scope).name)"
        case 4: return "\(left.name) BETWEEN 0 AND 3"
        case 5: return "\(left.name) IN (1, 2, 'a', \(chance(20) ? "NULL" : "0"))"
        case 6: return "\(left.name) LIKE '%'"
        case 7: return "\(left.name) \(pick([">", "<", ">=", "<=", "<>"])) \(pick(["0", "1", "'b'", "NULL"]))"
        default: return "NOT (\(left.name) = \(pick(scope).name))"
        }
    }

    private mutating func condition(_ scope: [(name: String, isText: Bool)], depth: Int) -> String {
        if chance(20) { return "(\(comparison(scope)) OR \(comparison(scope)))" }
        if chance(30) { return "\(comparison(scope)) AND \(comparison(scope))" }
        if depth > 0, chance(15) {
            let inner = select(depth: 0, columnCount: 1)
            return chance(50) ? "EXISTS (\(inner))" : "\(pick(scope).name) \(pick(["IN", "NOT IN"])) (\(inner))"
        }
        return comparison(scope)
    }

    private mutating func operand(_ scope: [(name: String, isText: Bool)]) -> String {
        if scope.isEmpty || chance(15) { return pick(["1", "0", "'x'", "NULL", "2.5"]) }
        return pick(scope).name
    }

    private mutating func expression(_ scope: [(name: String, isText: Bool)], depth: Int) -> String {
        let x = operand(scope), y = operand(scope), z = operand(scope)
        switch Int.random(in: 0..<22, using: &generator) {
        case 0: return "coalesce(\(x), \(y))"
        case 1: return "ifnull(\(x), \(pick(["0", "''", y])))"
        case 2: return "nullif(\(x), \(y))"
        case 3: return "iif(\(x) > 1, \(y), \(z))"
        case 4: return "CASE WHEN \(x) = \(y) THEN \(z) \(chance(50) ? "ELSE \(y) " : "")END"
        case 5: return "CASE \(x) WHEN 1 THEN \(y) ELSE \(z) END"
        case 6: return "\(x) \(pick(["+", "-", "*", "/", "%", "||"])) \(y)"
        case 7: return "\(x) \(pick(["=", "<", "IS", "IS NOT", "<>"])) \(y)"
        case 8: return "\(pick(["length", "upper", "lower", "abs", "typeof", "hex", "quote", "trim"]))(\(x))"
        case 9: return "\(pick(["min", "max"]))(\(x), \(y))"
        case 10: return "json_object('x', \(x))"
        case 11: return "json_extract('{\"a\":1}', '$.\(pick(["a", "b"]))')"
        case 12: return "CAST(\(x) AS \(pick(["INTEGER", "TEXT", "REAL"])))"
        case 13 where depth > 0: return "(\(select(depth: depth - 1, columnCount: 1)))"
        case 14 where depth > 0: return "EXISTS (\(select(depth: 0, columnCount: 1)))"
        case 15: return "(\(x) AND \(y)) OR \(z)"
        case 16: return "NOT \(x)"
        case 17: return "\(x) IN (\(y), 1)"
        case 18: return "substr(\(x), 1, 1)"
        default: return x
        }
    }

    private mutating func aggregate(_ scope: [(name: String, isText: Bool)]) -> String {
        let x = operand(scope)
        let name = pick(["count", "sum", "min", "max", "avg", "total", "group_concat", "json_group_array"])
        let filter = chance(10) ? " FILTER (WHERE \(comparison(scope)))" : ""
        if name == "count", chance(50) { return "count(*)\(filter)" }
        let distinct = chance(10) && name != "json_group_array" ? "DISTINCT " : ""
        return "\(name)(\(distinct)\(x))\(filter)"
    }

    private mutating func window(_ scope: [(name: String, isText: Bool)]) -> String {
        let x = operand(scope)
        let function = pick([
            "row_number()", "rank()", "sum(\(x))", "count(\(x))", "lag(\(x))", "lead(\(x), 1, 0)", "first_value(\(x))",
            "max(\(x))", "ntile(2)", "nth_value(\(x), 2)", "last_value(\(x))", "avg(\(x))",
        ])
        let partition = chance(40) ? "PARTITION BY \(pick(scope).name) " : ""
        let frame =
            chance(25)
            ? " \(pick(["ROWS", "RANGE", "GROUPS"])) BETWEEN \(pick(["UNBOUNDED PRECEDING", "CURRENT ROW"])) AND \(pick(["CURRENT ROW", "UNBOUNDED FOLLOWING"]))"
            : chance(15) ? " ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING" : ""
        let exclude = !frame.isEmpty && chance(20) ? " EXCLUDE CURRENT ROW" : ""
        return "\(function) OVER (\(partition)ORDER BY \(pick(scope).name)\(frame)\(exclude))"
    }
}
