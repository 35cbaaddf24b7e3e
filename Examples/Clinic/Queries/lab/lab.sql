-- name: orderTests :one
INSERT INTO lab_orders (patient_id, ordered_by, visit_id, urgent) VALUES (:patient, :orderedBy, :visit, :urgent)
RETURNING id, ordered_at, status;

-- name: openOrders :many
SELECT o.id, o.ordered_at, o.urgent, p.last_name, s.full_name AS ordered_by
FROM lab_orders o
JOIN patients p ON p.id = o.patient_id
JOIN staff s ON s.id = o.ordered_by
WHERE o.status IN ('open', 'drawn')
ORDER BY o.urgent DESC, o.ordered_at;

-- name: advance :execrows
UPDATE lab_orders SET status = CASE status WHEN 'open' THEN 'drawn' WHEN 'drawn' THEN 'done' ELSE status END WHERE id = :id;

-- name: enterResult :exec
INSERT OR REPLACE INTO lab_results (order_id, test_code, value, text_value, flag, resulted_ms, raw)
VALUES (:order, :test, :value, :text, :flag, :at, :raw);

-- name: results :many
SELECT t.code, t.name, r.value, r.text_value, t.unit, t.low, t.high, r.flag
FROM lab_results r
JOIN lab_tests t ON t.code = r.test_code
WHERE r.order_id = :order
ORDER BY t.name;

-- name: resultHistory :many
SELECT datetime(r.resulted_ms / 1000, 'unixepoch') AS at, r.value, r.flag
FROM lab_results r
JOIN lab_orders o ON o.id = r.order_id
WHERE o.patient_id = :patient AND r.test_code = :test
ORDER BY r.resulted_ms;

-- name: critical :many
SELECT o.id, p.last_name, t.name, r.value, t.unit
FROM lab_results r
JOIN lab_orders o ON o.id = r.order_id
JOIN patients p ON p.id = o.patient_id
JOIN lab_tests t ON t.code = r.test_code
WHERE r.flag = 'critical';

-- name: outOfRange :many
SELECT r.order_id, r.test_code, r.value, iif(r.value < t.low, 'low', 'high') AS side
FROM lab_results r
JOIN lab_tests t ON t.code = r.test_code
WHERE r.value < t.low OR r.value > t.high;

-- name: flagResults :execrows
UPDATE lab_results SET flag = CASE WHEN value < t.low THEN 'low' WHEN value > t.high THEN 'high' END
FROM lab_tests t
WHERE t.code = lab_results.test_code AND lab_results.order_id = :order;

-- name: testVolume :many
SELECT t.code, t.name, count(r.order_id) AS n, count(r.order_id) * t.price AS revenue, avg(r.value) AS mean
FROM lab_tests t
LEFT JOIN lab_results r ON r.test_code = t.code
GROUP BY t.code;

-- name: orderAsJSON :optional
SELECT json_object(
    'id', o.id,
    'urgent', o.urgent,
    'results', (SELECT json_group_array(json_object('test', r.test_code, 'value', r.value)) FROM lab_results r WHERE r.order_id = o.id)
) AS document
FROM lab_orders o
WHERE o.id = :id;

-- name: pendingTests :many
SELECT o.id, t.code
FROM lab_orders o
CROSS JOIN lab_tests t
LEFT JOIN lab_results r ON r.order_id = o.id AND r.test_code = t.code
WHERE o.status = 'drawn' AND r.order_id IS NULL AND t.code IN (SELECT value FROM json_each(:codes));

-- name: saveTest :exec
REPLACE INTO lab_tests (code, name, unit, low, high, price) VALUES (:code, :name, :unit, :low, :high, :price);

-- name: rawResult :optional
SELECT raw, length(raw) AS byte_count FROM lab_results WHERE order_id = :order AND test_code = :test;

-- name: turnaround :many
SELECT r.test_code, avg(r.resulted_ms / 1000.0 - unixepoch(o.ordered_at)) / 3600 AS hours, count(*) AS n
FROM lab_results r
JOIN lab_orders o ON o.id = r.order_id
WHERE r.resulted_ms IS NOT NULL
GROUP BY r.test_code;
