-- name: startVisit :one
INSERT INTO visits (patient_id, appointment_id, staff_id, started_at, complaint)
VALUES (:patient, :appointment, :staff, :startedAt, :complaint)
RETURNING id;

-- name: endVisit :execrows
UPDATE visits SET ended_at = :endedAt, outcome = :outcome WHERE id = :id AND ended_at IS NULL;

-- name: visit :one
SELECT v.id, v.started_at, v.ended_at, v.complaint, v.outcome, p.first_name, p.last_name, s.full_name AS staff, a.reason
FROM visits v
JOIN patients p ON p.id = v.patient_id
JOIN staff s ON s.id = v.staff_id
LEFT JOIN appointments a ON a.id = v.appointment_id
WHERE v.id = :id;

-- name: visitsOf :many
SELECT id, started_at, ended_at, complaint FROM visits WHERE patient_id = :patient ORDER BY started_at DESC;

-- name: openVisits :many
SELECT v.id, v.started_at, p.last_name, (julianday('now') - julianday(v.started_at)) * 1440 AS minutes
FROM visits v
JOIN patients p ON p.id = v.patient_id
WHERE v.ended_at IS NULL;

-- name: averageLength :one
SELECT avg(unixepoch(ended_at) - unixepoch(started_at)) / 60 AS minutes FROM visits WHERE ended_at IS NOT NULL;

-- name: visitsPerMonth :many
SELECT strftime('%Y-%m', started_at) AS month, count(*) AS visits, count(DISTINCT patient_id) AS patients
FROM visits
GROUP BY month
ORDER BY month;

-- name: lastVisits :many
SELECT patient_id, id, started_at
FROM (SELECT *, row_number() OVER (PARTITION BY patient_id ORDER BY started_at DESC) AS place FROM visits)
WHERE place = 1;

-- name: returningSoon :many
-- Visits that were followed by another within some days.
SELECT id, patient_id, started_at, next_at
FROM (
    SELECT id, patient_id, started_at, lead(started_at) OVER (PARTITION BY patient_id ORDER BY started_at) AS next_at
    FROM visits
)
WHERE julianday(next_at) - julianday(started_at) <= :days;

-- name: timeline :many
SELECT at, kind, entity_id, text FROM timeline WHERE patient_id = :patient ORDER BY at DESC;

-- name: addNote :execlastid
INSERT INTO notes (visit_id, author_id, body) VALUES (:visit, :author, :body);

-- name: editNote :execrows
UPDATE notes SET body = :body WHERE id = :id AND signed_at IS NULL;

-- name: signNote :one
UPDATE notes SET signed_at = CURRENT_TIMESTAMP WHERE id = :id AND author_id = :author RETURNING id, signed_at;

-- name: notesOf :many
SELECT n.id, n.body, n.written_at, n.signed_at, s.full_name AS author
FROM notes n
JOIN staff s ON s.id = n.author_id
WHERE n.visit_id = :visit
ORDER BY n.written_at;

-- name: searchNotes :many
SELECT n.id, n.visit_id, snippet(notes_search, 0, '<b>', '</b>', '…', 12) AS excerpt, n.written_at
FROM notes_search
JOIN notes n ON n.id = notes_search.rowid
WHERE notes_search MATCH :words
ORDER BY rank
LIMIT :limit;

-- name: unsignedNotes :many
SELECT s.full_name, count(*) AS unsigned, min(n.written_at) AS oldest
FROM notes n
JOIN staff s ON s.id = n.author_id
WHERE n.signed_at IS NULL
GROUP BY s.id;

-- name: removeNote :exec
DELETE FROM notes WHERE id = :id;
