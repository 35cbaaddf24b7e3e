-- name: contacts :many
SELECT id, name, relation, phone, is_primary FROM patient_contacts WHERE patient_id = :patient ORDER BY is_primary DESC, name;

-- name: addContact :one
INSERT INTO patient_contacts (patient_id, name, relation, phone, is_primary)
VALUES (:patient, :name, :relation, :phone, :isPrimary)
RETURNING *;

-- name: removeContact :execrows
DELETE FROM patient_contacts WHERE id = ? AND patient_id = ?;

-- name: primaryContacts :many
SELECT p.id, p.last_name, c.name AS contact, c.phone
FROM patients p
LEFT JOIN patient_contacts c ON c.patient_id = p.id AND c.is_primary = 1
ORDER BY p.last_name;

-- name: allergies :many
SELECT a.allergen, g.name, a.severity, a.reaction, a.noted_on
FROM patient_allergies a
JOIN allergens g ON g.code = a.allergen
WHERE a.patient_id = :patient
ORDER BY a.severity DESC, g.name;

-- name: noteAllergy :exec
INSERT INTO patient_allergies (patient_id, allergen, severity, reaction)
VALUES (:patient, :allergen, :severity, :reaction)
ON CONFLICT (patient_id, allergen) DO UPDATE SET severity = max(severity, excluded.severity), reaction = excluded.reaction;

-- name: allergyCounts :many
SELECT g.code, g.name, count(a.patient_id) AS patients, max(a.severity) AS worst
FROM allergens g
LEFT JOIN patient_allergies a ON a.allergen = g.code
GROUP BY g.code
ORDER BY patients DESC;

-- name: tagPatient :exec
INSERT OR IGNORE INTO patient_tags (patient_id, tag) VALUES (:patient, :tag);

-- name: untagPatient :execrows
DELETE FROM patient_tags WHERE patient_id = :patient AND tag = :tag;

-- name: tags :many
SELECT tag, count(*) AS uses FROM patient_tags GROUP BY tag HAVING count(*) >= :atLeast ORDER BY tag;

-- name: patientsWithTags :many
SELECT p.id, p.last_name, group_concat(t.tag, ', ') AS tags
FROM patients p
LEFT JOIN patient_tags t ON t.patient_id = p.id
GROUP BY p.id
ORDER BY p.last_name;

-- name: policiesOf :many
SELECT o.id, i.name AS insurer, o.number, o.valid_from, o.valid_until, o.copay
FROM policies o
JOIN insurers i ON i.id = o.insurer_id
WHERE o.patient_id = :patient
ORDER BY o.valid_from DESC;

-- name: currentPolicy :optional
SELECT * FROM policies
WHERE patient_id = :patient AND valid_from <= :day AND (valid_until IS NULL OR valid_until >= :day)
ORDER BY valid_from DESC
LIMIT 1;

-- name: addPolicy :execlastid
INSERT INTO policies (patient_id, insurer_id, number, valid_from, valid_until, copay)
VALUES (:patient, :insurer, :number, :validFrom, :validUntil, :copay);

-- name: endPolicy :execrows
UPDATE policies SET valid_until = :day WHERE id = :id AND valid_until IS NULL;

-- name: insurers :many
SELECT id, name, payer_id, phone FROM insurers ORDER BY name COLLATE NOCASE;

-- name: saveInsurer :one
INSERT INTO insurers (name, payer_id, phone) VALUES (:name, :payerID, :phone)
ON CONFLICT (name) DO UPDATE SET payer_id = excluded.payer_id, phone = excluded.phone
RETURNING id, name, payer_id;
