-- name: patient :one
-- A patient by number.
SELECT * FROM patients WHERE id = :id;

-- name: patientByRecord :optional
-- A patient by the number on the folder.
SELECT * FROM patients WHERE record_number = @recordNumber;

-- name: patientNames :many
SELECT id, first_name, last_name FROM patients ORDER BY last_name, first_name LIMIT :limit OFFSET :offset;

-- name: searchPatients :many
-- Patients whose last name begins with a text, or with a birthday, or both.
SELECT id, record_number, first_name, last_name, born_on
FROM patients
WHERE (:name IS NULL OR last_name LIKE :name || '%')
  AND (:bornOn IS NULL OR born_on = :bornOn)
ORDER BY last_name, first_name;

-- name: addPatient :execlastid
INSERT INTO patients (record_number, first_name, last_name, born_on, sex, email, phone, address, physician_id)
VALUES (:recordNumber, :firstName, :lastName, :bornOn, :sex, :email, :phone, :address, :physician);

-- name: addPatientReturning :one
INSERT INTO patients (record_number, first_name, last_name, born_on)
VALUES (?, ?, ?, ?)
RETURNING id, created_at, updated_at;

-- name: renamePatient :execrows
UPDATE patients SET first_name = :firstName, last_name = :lastName WHERE id = :id;

-- name: changeContact :execrows
-- Sets mail and phone; what is given as nothing stays.
UPDATE patients SET email = coalesce(:email, email), phone = coalesce(:phone, phone) WHERE id = :id;

-- name: assignPhysician :exec
UPDATE patients SET physician_id = :physician WHERE id = :patient;

-- name: recordDeath :exec
UPDATE patients SET deceased_on = :day WHERE id = :id;

-- name: patientCount :one
SELECT count(*) FROM patients WHERE deceased_on IS NULL;

-- name: patientsByCity :many
SELECT city, count(*) AS patient_count FROM patients GROUP BY city ORDER BY patient_count DESC, city;

-- name: patientAges :many
SELECT id, first_name, CAST((julianday('now') - julianday(born_on)) / 365.25 AS INTEGER) AS age FROM patients;

-- name: overview :optional
SELECT * FROM patient_overview WHERE id = :id;

-- name: overviewOfCity :many
SELECT name, physician, last_visit, open_conditions FROM patient_overview WHERE city = :city ORDER BY name;

-- name: birthdays :many
-- Whose birthday it is, and which.
SELECT id, first_name, last_name, strftime('%Y', :day) - strftime('%Y', born_on) AS years
FROM patients
WHERE strftime('%m-%d', born_on) = strftime('%m-%d', :day) AND deceased_on IS NULL;

-- name: addressOf :optional
SELECT address ->> '$.street' AS street, address ->> '$.zip' AS zip, city FROM patients WHERE id = $1;

-- name: changedSince :many
SELECT id, record_number, coalesce(updated_at, created_at) AS changed_at
FROM patients
WHERE coalesce(updated_at, created_at) >= :since
ORDER BY changed_at;

-- name: patientsWithoutPhysician :many
SELECT p.id, p.first_name, p.last_name FROM patients p WHERE p.physician_id IS NULL;

-- name: patientExists :one
SELECT EXISTS (SELECT 1 FROM patients WHERE record_number = :recordNumber) AS found;

-- name: mergePatients :execrows
-- Hands the visits of one record to another.
UPDATE visits SET patient_id = :into WHERE patient_id = :from;

-- name: removePatient :execrows
DELETE FROM patients WHERE id = :id AND NOT EXISTS (SELECT 1 FROM visits v WHERE v.patient_id = :id);

-- name: possibleDuplicates :many
SELECT a.id AS first_id, b.id AS second_id, a.last_name, a.born_on
FROM patients a
JOIN patients b ON b.last_name = a.last_name AND b.born_on = a.born_on AND b.id > a.id;
