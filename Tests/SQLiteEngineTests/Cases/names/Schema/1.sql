CREATE TABLE "Ünï/ço de" ("a b" INTEGER NOT NULL, "select" TEXT);
CREATE TABLE "../evil" (x INTEGER);
