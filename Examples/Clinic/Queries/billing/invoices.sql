-- name: createInvoice :execlastid
INSERT INTO invoices (number, patient_id, policy_id, issued_on, due_on)
VALUES (:number, :patient, :policy, :issuedOn, date(:issuedOn, '+30 days'));

-- name: addLine :exec
INSERT INTO invoice_lines (invoice_id, line, service_code, text, quantity, unit_cents, tax_rate)
VALUES (:invoice, :line, :service, :text, :quantity, :unitCents, :taxRate);

-- name: billVisit :execrows
-- One line for each service of a visit.
INSERT INTO invoice_lines (invoice_id, line, service_code, text, quantity, unit_cents)
SELECT :invoice, row_number() OVER (ORDER BY ps.id), s.code, s.title, ps.quantity, CAST(s.price * 100 AS INTEGER)
FROM performed_services ps
JOIN services s ON s.code = ps.service_code
WHERE ps.visit_id = :visit;

-- name: invoice :optional
SELECT i.id, i.number, i.issued_on, i.due_on, i.sent_at, p.first_name, p.last_name, p.address, n.name AS insurer
FROM invoices i
JOIN patients p ON p.id = i.patient_id
LEFT JOIN policies o ON o.id = i.policy_id
LEFT JOIN insurers n ON n.id = o.insurer_id
WHERE i.number = :number;

-- name: invoiceLines :many
SELECT line, service_code, text, quantity, unit_cents, tax_rate, net_cents FROM invoice_lines WHERE invoice_id = :invoice ORDER BY line;

-- name: invoiceTotal :one
SELECT sum(net_cents) AS net, sum(net_cents * tax_rate) AS tax, total(net_cents * (1 + tax_rate)) AS gross
FROM invoice_lines
WHERE invoice_id = :invoice;

-- name: balances :many
SELECT id, number, total_cents, paid_cents, total_cents - paid_cents AS open_cents
FROM invoice_balances
WHERE total_cents > paid_cents
ORDER BY due_on;

-- name: overdue :many
SELECT b.number, b.due_on, b.total_cents - b.paid_cents AS open_cents, p.last_name, p.email,
       CAST(julianday(:today) - julianday(b.due_on) AS INTEGER) AS days
FROM invoice_balances b
JOIN patients p ON p.id = b.patient_id
WHERE b.due_on < :today AND b.total_cents > b.paid_cents;

-- name: pay :execlastid
INSERT INTO payments (invoice_id, amount_cents, method, reference) VALUES (:invoice, :amount, :method, :reference);

-- name: paymentsOf :many
SELECT id, amount_cents, method, paid_at, reference, sum(amount_cents) OVER (ORDER BY paid_at, id) AS running
FROM payments
WHERE invoice_id = :invoice;

-- name: markSent :exec
UPDATE invoices SET sent_at = :at WHERE id = :id;

-- name: cancelInvoice :execrows
UPDATE invoices SET cancelled = 1 WHERE id = :id AND NOT EXISTS (SELECT 1 FROM payments WHERE invoice_id = :id);

-- name: revenue :many
SELECT strftime('%Y-%m', p.paid_at) AS month, p.method, sum(p.amount_cents) AS cents
FROM payments p
GROUP BY month, p.method
ORDER BY month, p.method;

-- name: revenueByService :many
SELECT s.code, s.title, coalesce(sum(l.net_cents), 0) AS cents, count(l.line) AS lines
FROM services s
LEFT JOIN invoice_lines l ON l.service_code = s.code
GROUP BY s.code
ORDER BY cents DESC;

-- name: yearOverYear :many
WITH years AS (
    SELECT CAST(strftime('%Y', paid_at) AS INTEGER) AS year, sum(amount_cents) AS cents FROM payments GROUP BY 1
)
SELECT y.year, y.cents, p.cents AS before, 100.0 * (y.cents - p.cents) / p.cents AS percent
FROM years y
LEFT JOIN years p ON p.year = y.year - 1
ORDER BY y.year;

-- name: services :many
SELECT code, title, price FROM services WHERE active ORDER BY title;

-- name: setServicePrice :execrows
UPDATE services SET price = :price WHERE code = :code;

-- name: performService :exec
INSERT INTO performed_services (visit_id, service_code, quantity, staff_id) VALUES (:visit, :service, :quantity, :staff);

-- name: unbilledVisits :many
SELECT v.id, v.started_at, p.last_name, count(ps.id) AS services, sum(ps.quantity * s.price) AS value
FROM visits v
JOIN patients p ON p.id = v.patient_id
JOIN performed_services ps ON ps.visit_id = v.id
JOIN services s ON s.code = ps.service_code
WHERE NOT EXISTS (SELECT 1 FROM invoices i WHERE i.patient_id = v.patient_id AND i.issued_on >= date(v.started_at))
GROUP BY v.id;

-- name: fileClaim :one
INSERT INTO claims (invoice_id, insurer_id, state, filed_at, payload) VALUES (:invoice, :insurer, 'filed', :at, :payload)
ON CONFLICT (invoice_id) DO UPDATE SET state = 'filed', filed_at = excluded.filed_at, payload = excluded.payload
RETURNING id, state;

-- name: decideClaim :execrows
UPDATE claims SET state = iif(:granted > 0, 'granted', 'refused'), granted_cents = :granted, decided_at = :at WHERE id = :id;

-- name: claimsByInsurer :many
SELECT i.name,
       count(*) FILTER (WHERE c.state = 'filed') AS waiting,
       count(*) FILTER (WHERE c.state = 'granted') AS granted,
       sum(c.granted_cents) AS cents,
       avg(julianday(c.decided_at) - julianday(c.filed_at)) AS days
FROM insurers i
LEFT JOIN claims c ON c.insurer_id = i.id
GROUP BY i.id;

-- name: claimPayload :optional
SELECT payload, payload ->> '$.code' AS code, json_array_length(payload, '$.lines') AS lines FROM claims WHERE id = :id;
