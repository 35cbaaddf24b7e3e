// JSONBytesTests
