-- name: register :one
-- Adds a customer. The address of their mail is taken once, whatever its case.
INSERT INTO customers (email, name, phone, newsletter, referred_by)
VALUES (:email, :name, :phone, :newsletter, :referredBy)
RETURNING id, joined_at;

-- name: customerByEmail :optional
SELECT * FROM customers WHERE email = :email;

-- name: saveAddress :one
-- Adds an address, or replaces the one with that label; says its number.
INSERT INTO addresses (customer_id, label, street, city, postcode, country)
VALUES (:customer, :label, :street, :city, :postcode, :country)
ON CONFLICT (customer_id, label) DO UPDATE
SET street = excluded.street, city = excluded.city, postcode = excluded.postcode, country = excluded.country
RETURNING id;

-- name: findCustomers :many
-- Customers by what is known of them: leave out what does not matter.
SELECT c.id, c.name, c.email, c.newsletter
FROM customers AS c
WHERE (:name IS NULL OR c.name LIKE '%' || :name || '%')
  AND (:newsletter IS NULL OR c.newsletter = :newsletter)
  AND (:country IS NULL OR EXISTS (SELECT 1 FROM addresses AS a WHERE a.customer_id = c.id AND a.country = :country))
ORDER BY c.name, c.id;

-- name: referrals :many
-- Who came through whom, from one customer on: `depth` 1 are those whom they brought themselves.
WITH RECURSIVE brought (id, name, depth) AS (
    SELECT id, name, 1 FROM customers WHERE referred_by = :customer
    UNION ALL
    SELECT c.id, c.name, b.depth + 1 FROM customers AS c JOIN brought AS b ON c.referred_by = b.id
)
SELECT id, name, depth FROM brought ORDER BY depth, name;

-- name: forgetCustomer :execrows
-- Removes a customer who has never ordered, with addresses, cart and reviews. Gives 0 where there are orders.
DELETE FROM customers WHERE id = :id AND NOT EXISTS (SELECT 1 FROM orders WHERE customer_id = :id);
