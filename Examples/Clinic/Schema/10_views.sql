CREATE VIEW staff_directory AS
SELECT s.id, s.full_name, s.title, s.email, d.name AS department, b.full_name AS supervisor
FROM staff s
JOIN departments d ON d.id = s.department_id
LEFT JOIN staff b ON b.id = s.supervisor_id
WHERE s.is_active;

CREATE VIEW patient_overview AS
SELECT
    p.id,
    p.record_number,
    p.first_name || ' ' || p.last_name AS name,
    p.born_on,
    p.city,
    s.full_name AS physician,
    (SELECT max(v.started_at) FROM visits v WHERE v.patient_id = p.id) AS last_visit,
    (SELECT count(*) FROM conditions c WHERE c.patient_id = p.id AND c.resolved_on IS NULL) AS open_conditions
FROM patients p
LEFT JOIN staff s ON s.id = p.physician_id
WHERE p.deceased_on IS NULL;

CREATE VIEW appointment_board AS
SELECT
    a.id, a.starts_at, a.ends_at, a.status, a.reason,
    p.id AS patient_id, p.last_name || ', ' || p.first_name AS patient,
    s.id AS staff_id, s.full_name AS staff,
    t.name AS type, t.color,
    r.label AS room
FROM appointments a
JOIN patients p ON p.id = a.patient_id
JOIN staff s ON s.id = a.staff_id
JOIN appointment_types t ON t.id = a.type_id
LEFT JOIN rooms r ON r.id = a.room_id;

CREATE VIEW invoice_balances AS
SELECT
    i.id, i.number, i.patient_id, i.issued_on, i.due_on,
    coalesce((SELECT sum(round(l.net_cents * (1 + l.tax_rate))) FROM invoice_lines l WHERE l.invoice_id = i.id), 0) AS total_cents,
    coalesce((SELECT sum(p.amount_cents) FROM payments p WHERE p.invoice_id = i.id), 0) AS paid_cents
FROM invoices i
WHERE NOT i.cancelled;

CREATE VIEW latest_vitals AS
SELECT v.*
FROM vitals v
JOIN (SELECT patient_id, max(measured_at) AS measured_at FROM vitals GROUP BY patient_id) m
  ON m.patient_id = v.patient_id AND m.measured_at = v.measured_at;

CREATE VIEW timeline AS
SELECT patient_id, started_at AS at, 'visit' AS kind, id AS entity_id, complaint AS text FROM visits
UNION ALL
SELECT patient_id, ordered_at, 'lab', id, status FROM lab_orders
UNION ALL
SELECT p.patient_id, p.starts_on, 'prescription', p.id, m.name
FROM prescriptions p JOIN medications m ON m.id = p.medication_id;
