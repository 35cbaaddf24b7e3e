-- name: customer :one
-- One customer.
-- @param id: Int64
SELECT * FROM customers WHERE id = :id;

-- name: findCustomer :optional
-- @param 1: String
-- @row Customer
SELECT id, email FROM customers WHERE email = ?;

-- name: addCustomer :execlastid
-- @param email: String
-- @param born: Date?
INSERT INTO customers (email, born) VALUES (@email, @born);

-- name: upsertCustomer :one
-- @param email: String
INSERT INTO customers (email) VALUES ($email)
ON CONFLICT (email) DO UPDATE SET vip = TRUE
RETURNING id, vip;
