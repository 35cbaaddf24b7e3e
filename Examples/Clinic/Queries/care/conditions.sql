-- name: conditionsOf :many
SELECT c.id, c.code, d.title, d.chronic, c.onset_on, c.resolved_on, c.certainty
FROM conditions c
JOIN diagnosis_codes d ON d.code = c.code
WHERE c.patient_id = :patient
ORDER BY c.resolved_on IS NOT NULL, c.onset_on;

-- name: diagnose :execlastid
INSERT INTO conditions (patient_id, code, visit_id, onset_on, certainty) VALUES (:patient, :code, :visit, :onset, :certainty);

-- name: resolve :execrows
UPDATE conditions SET resolved_on = :day WHERE id = :id;

-- name: codesBelow :many
-- A code and everything that it contains.
WITH RECURSIVE below (code, title, depth) AS (
    SELECT code, title, 0 FROM diagnosis_codes WHERE code = :code
    UNION ALL
    SELECT d.code, d.title, b.depth + 1 FROM diagnosis_codes d JOIN below b ON d.parent = b.code
)
SELECT code, title, depth FROM below ORDER BY depth, code;

-- name: codePath :many
WITH RECURSIVE up (code, parent, title, level) AS (
    SELECT code, parent, title, 0 FROM diagnosis_codes WHERE code = :code
    UNION ALL
    SELECT d.code, d.parent, d.title, u.level + 1 FROM diagnosis_codes d JOIN up u ON d.code = u.parent
)
SELECT code, title FROM up ORDER BY level DESC;

-- name: prevalence :many
SELECT d.code, d.title, count(DISTINCT c.patient_id) AS patients, 100.0 * count(DISTINCT c.patient_id) / (SELECT count(*) FROM patients) AS percent
FROM diagnosis_codes d
JOIN conditions c ON c.code = d.code AND c.resolved_on IS NULL
GROUP BY d.code
ORDER BY patients DESC
LIMIT :limit;

-- name: findCode :many
SELECT code, title FROM diagnosis_codes WHERE code LIKE :text || '%' OR title LIKE '%' || :text || '%' LIMIT 50;

-- name: sharedConditions :many
SELECT code FROM conditions WHERE patient_id = :first
INTERSECT
SELECT code FROM conditions WHERE patient_id = :second;

-- name: prescribe :one
INSERT INTO prescriptions (patient_id, medication_id, prescriber_id, visit_id, dosage, starts_on, ends_on, refills)
VALUES (:patient, :medication, :prescriber, :visit, :dosage, :startsOn, :endsOn, :refills)
RETURNING id, starts_on, ends_on;

-- name: stopPrescription :execrows
UPDATE prescriptions SET ends_on = :day, stopped_why = :why WHERE id = :id;

-- name: currentMedication :many
SELECT r.id, m.name, m.strength, m.form, r.dosage, r.starts_on, r.ends_on, s.full_name AS prescriber
FROM prescriptions r
JOIN medications m ON m.id = r.medication_id
JOIN staff s ON s.id = r.prescriber_id
WHERE r.patient_id = :patient AND (r.ends_on IS NULL OR r.ends_on >= :day);

-- name: refillsLeft :optional
SELECT r.refills - count(f.number) AS left_over
FROM prescriptions r
LEFT JOIN refills f ON f.prescription_id = r.id
WHERE r.id = :id
GROUP BY r.id;

-- name: fill :exec
INSERT INTO refills (prescription_id, number, pharmacy)
SELECT :prescription, coalesce(max(number), 0) + 1, :pharmacy FROM refills WHERE prescription_id = :prescription;

-- name: medicationByName :many
SELECT id, name, strength, form, atc, controlled FROM medications WHERE name LIKE :name || '%' ORDER BY name, strength;

-- name: saveMedication :one
INSERT INTO medications (name, strength, form, atc, controlled) VALUES ($name, $strength, $form, $atc, $controlled)
ON CONFLICT (name, strength, form) DO UPDATE SET atc = excluded.atc
RETURNING id;

-- name: prescribedTogether :many
SELECT m1.name AS first, m2.name AS second, count(*) AS times
FROM prescriptions a
JOIN prescriptions b ON b.patient_id = a.patient_id AND b.medication_id > a.medication_id
JOIN medications m1 ON m1.id = a.medication_id
JOIN medications m2 ON m2.id = b.medication_id
GROUP BY m1.id, m2.id
HAVING times >= :atLeast;

-- name: controlledByPrescriber :many
SELECT s.full_name, m.name, count(*) AS n, rank() OVER (PARTITION BY m.id ORDER BY count(*) DESC) AS place
FROM prescriptions r
JOIN medications m ON m.id = r.medication_id AND m.controlled
JOIN staff s ON s.id = r.prescriber_id
GROUP BY s.id, m.id;
