-- name: storeDocument :execlastid
INSERT INTO documents (patient_id, visit_id, name, media_type, content, sha256, uploaded_by)
VALUES (:patient, :visit, :name, :mediaType, :content, :sha256, :uploadedBy);

-- name: document :optional
SELECT name, media_type, content FROM documents WHERE id = :id;

-- name: documentsOf :many
SELECT id, name, media_type, byte_count, uploaded_at FROM documents WHERE patient_id = :patient ORDER BY uploaded_at DESC;

-- name: storage :one
SELECT count(*) AS documents, coalesce(sum(byte_count), 0) AS bytes, max(byte_count) AS largest FROM documents;

-- name: send :execlastid
INSERT INTO messages (sender_id, receiver_id, patient_id, reply_to, body) VALUES (:sender, :receiver, :patient, :replyTo, :body);

-- name: inbox :many
SELECT m.id, m.body, m.sent_at, m.read_at, s.full_name AS sender, p.last_name AS patient
FROM messages m
JOIN staff s ON s.id = m.sender_id
LEFT JOIN patients p ON p.id = m.patient_id
WHERE m.receiver_id = :receiver AND (NOT :unreadOnly OR m.read_at IS NULL)
ORDER BY m.sent_at DESC;

-- name: markRead :execrows
UPDATE messages SET read_at = CURRENT_TIMESTAMP WHERE receiver_id = :receiver AND read_at IS NULL;

-- name: thread :many
WITH RECURSIVE thread (id, reply_to, body, sent_at, depth) AS (
    SELECT id, reply_to, body, sent_at, 0 FROM messages WHERE id = :id
    UNION ALL
    SELECT m.id, m.reply_to, m.body, m.sent_at, t.depth + 1 FROM messages m JOIN thread t ON m.reply_to = t.id
)
SELECT id, body, sent_at, depth FROM thread ORDER BY sent_at;

-- name: unreadCounts :many
SELECT receiver_id, count(*) AS unread FROM messages WHERE read_at IS NULL AND receiver_id IS NOT NULL GROUP BY receiver_id;

-- name: addTask :one
INSERT INTO tasks (title, assignee_id, patient_id, due_at, priority, checklist)
VALUES (:title, :assignee, :patient, :dueAt, :priority, :checklist)
RETURNING *;

-- name: finishTask :execrows
UPDATE tasks SET done_at = :at WHERE id = :id AND done_at IS NULL;

-- name: openTasks :many
SELECT t.id, t.title, t.due_at, t.priority, s.full_name AS assignee,
       json_array_length(t.checklist) AS steps,
       (SELECT count(*) FROM json_each(t.checklist) c WHERE c.value ->> '$.done') AS done_steps
FROM tasks t
LEFT JOIN staff s ON s.id = t.assignee_id
WHERE t.done_at IS NULL AND (:assignee IS NULL OR t.assignee_id = :assignee)
ORDER BY t.priority, t.due_at IS NULL, t.due_at;

-- name: sortedTasks :many
SELECT id, title, priority, due_at FROM tasks
WHERE done_at IS NULL
ORDER BY CASE :order WHEN 'title' THEN title WHEN 'due' THEN due_at END, id
LIMIT :count OFFSET :offset;

-- name: checklist :many
SELECT c.key AS position, c.value ->> '$.text' AS text, c.value ->> '$.done' AS done
FROM tasks t, json_each(t.checklist) c
WHERE t.id = :task;

-- name: taskLoad :many
SELECT coalesce(s.full_name, 'nobody') AS assignee, count(*) AS open, sum(t.due_at < CURRENT_TIMESTAMP) AS late
FROM tasks t
LEFT JOIN staff s ON s.id = t.assignee_id
WHERE t.done_at IS NULL
GROUP BY t.assignee_id;

-- name: audit :exec
INSERT INTO audit_log (staff_id, action, entity, entity_id, details) VALUES (:staff, :action, :entity, :entityID, :details);

-- name: auditOf :many
SELECT l.id, datetime(l.at, 'unixepoch') AS at, l.action, s.full_name AS who, l.details
FROM audit_log l
LEFT JOIN staff s ON s.id = l.staff_id
WHERE l.entity = :entity AND l.entity_id = :entityID
ORDER BY l.id;

-- name: auditByDay :many
SELECT date(at, 'unixepoch') AS day, action, count(*) AS n FROM audit_log GROUP BY day, action ORDER BY day;

-- name: forgetAudit :execrows
DELETE FROM audit_log WHERE at < unixepoch(:before);

-- name: setting :optional
SELECT value FROM settings WHERE key = :key;

-- name: saveSetting :exec
INSERT INTO settings (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: settings :many
SELECT key, value, typeof(value) AS kind FROM settings ORDER BY key;

-- name: holidays :many
SELECT day, name FROM holidays WHERE day BETWEEN :from AND :until;

-- name: isHoliday :one
SELECT count(*) > 0 AS holiday FROM holidays WHERE day = :day;

-- name: totals :one
SELECT (SELECT count(*) FROM patients) AS patients,
       (SELECT count(*) FROM staff WHERE is_active) AS staff,
       (SELECT count(*) FROM appointments WHERE date(starts_at) = date('now')) AS today,
       (SELECT sum(total_cents - paid_cents) FROM invoice_balances) AS open_cents;

-- name: everything :many
SELECT 'patient' AS kind, id, last_name AS label FROM patients WHERE last_name LIKE :text
UNION ALL
SELECT 'staff', id, last_name FROM staff WHERE last_name LIKE :text
UNION ALL
SELECT 'medication', id, name FROM medications WHERE name LIKE :text
ORDER BY label;
