-- name: measure :execlastid
INSERT INTO vitals (patient_id, visit_id, pulse, systolic, diastolic, temperature, weight_kg, height_cm)
VALUES (:patient, :visit, :pulse, :systolic, :diastolic, :temperature, :weight, :height);

-- name: vitalsOf :many
SELECT id, measured_at, pulse, systolic, diastolic, temperature FROM vitals WHERE patient_id = :patient ORDER BY measured_at;

-- name: latest :optional
SELECT * FROM latest_vitals WHERE patient_id = :patient;

-- name: bodyMass :many
SELECT patient_id, measured_at, round(weight_kg / ((height_cm / 100) * (height_cm / 100)), 1) AS bmi
FROM vitals
WHERE weight_kg IS NOT NULL AND height_cm > 0;

-- name: pressureTrend :many
SELECT
    measured_at,
    systolic,
    avg(systolic) OVER (ORDER BY measured_at ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS smoothed,
    systolic - lag(systolic) OVER (ORDER BY measured_at) AS change
FROM vitals
WHERE patient_id = :patient AND systolic IS NOT NULL
ORDER BY measured_at;

-- name: extremes :one
SELECT min(temperature) AS lowest, max(temperature) AS highest, avg(pulse) AS pulse, count(*) AS n
FROM vitals
WHERE patient_id = :patient;

-- name: fevers :many
SELECT v.patient_id, p.last_name, v.temperature, datetime(v.measured_at) AS at
FROM vitals v
JOIN patients p ON p.id = v.patient_id
WHERE v.temperature >= :degrees
ORDER BY v.measured_at DESC;

-- name: bloodPressure :many
SELECT id, CASE
    WHEN systolic IS NULL OR diastolic IS NULL THEN NULL
    WHEN systolic >= 140 OR diastolic >= 90 THEN 'high'
    WHEN systolic < 90 THEN 'low'
    ELSE 'normal'
END AS class
FROM vitals
WHERE patient_id = :patient;

-- name: dropVitals :execrows
DELETE FROM vitals WHERE patient_id = :patient AND measured_at < julianday(:before);
