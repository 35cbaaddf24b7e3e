-- Rows chosen so that NULL arises wherever it can.

INSERT INTO author VALUES (1, 'Ada', 1815, 'gb'), (2, 'Bob', NULL, NULL), (3, 'Cleo', 1901, 'fr'), (4, 'Dan', NULL, 'gb'), (6, 'Finn', 1950, NULL);

INSERT INTO book VALUES
    (1, 'Engines', 1, 200, 'first', '{"tags": ["old", null], "year": 1843, "isbn": null}'),
    (2, 'Orphan', NULL, NULL, NULL, NULL),
    (3, 'Notes', 1, NULL, NULL, '{"tags": [], "year": 1842}'),
    (4, 'Perfume', 3, 90, 'second', '{}'),
    (5, 'Blank', 2, 10, NULL, '[1, 2]');

INSERT INTO sale VALUES
    (1, 1, '2024-01-05', 2, 500, NULL, 'Eve'), (2, 1, '2024-01-09', 1, 250, 250, NULL),
    (3, 3, '2024-02-01', 5, 990, NULL, 'Fay'), (4, 4, 'no date', 1, 0, 10, NULL),
    (5, 99, '2024-02-03', 1, 100, NULL, 'Gus');

INSERT INTO reading VALUES
    (1, 1.5, 2.5, 10, 'fine'), (2, 9e999, 9e999, 0, ''), (3, -9e999, 9e999, 9e999, 'wide'), (4, 0.0, 0.0, -9e999, 'zero'),
    (5, 1.0, -1.0, 'many', 'text');

INSERT INTO node VALUES (1, NULL, 'root', NULL), (2, 1, 'left', 'l'), (3, 1, 'right', NULL), (4, 2, 'leaf', 'x');

INSERT INTO tag VALUES ('red', '#f00'), (NULL, '#000'), ('plain', NULL);
INSERT INTO pair VALUES ('a', 'b', 'ab'), (NULL, 'b', '-b'), ('a', NULL, 'a-');
INSERT INTO small_key VALUES (1, 'one'), (NULL, 'none');
INSERT INTO descending_key VALUES (1, 'one'), (NULL, 'none');
INSERT INTO firm_tag VALUES ('red', '#f00'), ('plain', NULL);

INSERT INTO country VALUES ('gb', 'Britain'), ('fr', NULL), ('xx', 'Nowhere');
INSERT INTO membership VALUES (1, 'chess', 1830), (1, 'tea', NULL), (3, 'chess', 1920);

INSERT INTO setting VALUES ('theme', 'dark', 1), ('font', NULL, 2);
INSERT INTO slot VALUES ('mon', 9, 'Ada'), ('tue', 10, NULL);
INSERT INTO anything VALUES (1, NULL, 'text'), (2, 'x', 7), (3, 1.5, x'00');

INSERT INTO box (id, width, height) VALUES (1, 2, 3), (2, 4, NULL);

INSERT INTO counter VALUES ('home', 3, 'monday', 'old'), ('about', 0, NULL, 'new');

INSERT INTO page (rowid, title, body) VALUES (1, 'Engines', 'of reason'), (2, 'Untitled', NULL), (3, NULL, 'reason alone');
INSERT INTO region VALUES (1, 0, 10, 'west'), (2, 5, 15, NULL);
