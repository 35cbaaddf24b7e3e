-- name: member :optional
SELECT * FROM staff WHERE id = :id;

-- name: memberByEmail :optional
SELECT id, uuid, full_name, is_active FROM staff WHERE email = :email;

-- name: directory :many
SELECT * FROM staff_directory ORDER BY department, full_name;

-- name: hire :one
INSERT INTO staff (uuid, first_name, last_name, title, email, department_id, supervisor_id, hired_on, hourly_rate)
VALUES (:uuid, :firstName, :lastName, :title, :email, :department, :supervisor, :hiredOn, :hourlyRate)
RETURNING id, full_name;

-- name: leave :execrows
UPDATE staff SET left_on = :day, is_active = FALSE WHERE id = :id;

-- name: raise :execrows
UPDATE staff SET hourly_rate = hourly_rate * (1 + :percent / 100.0) WHERE department_id = :department AND hourly_rate IS NOT NULL;

-- name: reports :many
-- Everybody below a person.
WITH RECURSIVE below (id, full_name, level) AS (
    SELECT id, full_name, 1 FROM staff WHERE supervisor_id = :id
    UNION ALL
    SELECT s.id, s.full_name, b.level + 1 FROM staff s JOIN below b ON s.supervisor_id = b.id
)
SELECT * FROM below ORDER BY level, full_name;

-- name: chain :many
WITH RECURSIVE above AS (
    SELECT id, full_name, supervisor_id, 0 AS level FROM staff WHERE id = :id
    UNION
    SELECT s.id, s.full_name, s.supervisor_id, a.level + 1 FROM staff s JOIN above a ON s.id = a.supervisor_id
)
SELECT id, full_name, level FROM above WHERE level > 0 ORDER BY level;

-- name: payroll :many
SELECT d.name AS department, count(s.id) AS members, avg(s.hourly_rate) AS mean_rate, max(s.hourly_rate) AS top_rate
FROM departments d
LEFT JOIN staff s ON s.department_id = d.id AND s.is_active
GROUP BY d.id;

-- name: departments :many
SELECT d.id, d.code, d.name, d.floor, d.phone, h.full_name AS head
FROM departments d
LEFT JOIN staff h ON h.id = d.head_id
ORDER BY d.name;

-- name: addDepartment :execlastid
INSERT INTO departments (code, name, floor) VALUES (upper(:code), :name, :floor);

-- name: grant :exec
INSERT INTO staff_roles (staff_id, role, granted_by) VALUES (:staff, :role, :grantedBy) ON CONFLICT DO NOTHING;

-- name: revoke :execrows
DELETE FROM staff_roles WHERE staff_id = :staff AND role = :role;

-- name: rolesOf :many
SELECT r.name, r.description, sr.granted_at, g.full_name AS granted_by
FROM staff_roles sr
JOIN roles r ON r.name = sr.role
LEFT JOIN staff g ON g.id = sr.granted_by
WHERE sr.staff_id = :staff;

-- name: mayDo :one
SELECT EXISTS (SELECT 1 FROM staff_roles WHERE staff_id = :staff AND role = :role);

-- name: roleNames :many
SELECT name FROM roles ORDER BY name;

-- name: setHours :exec
INSERT INTO working_hours (staff_id, weekday, starts, ends) VALUES (:staff, :weekday, :starts, :ends);

-- name: hoursOf :many
SELECT weekday, printf('%02d:%02d', starts / 60, starts % 60) AS opens, printf('%02d:%02d', ends / 60, ends % 60) AS closes
FROM working_hours
WHERE staff_id = :staff
ORDER BY weekday, starts;

-- name: onDuty :many
SELECT s.id, s.full_name, w.starts, w.ends
FROM working_hours w
JOIN staff s ON s.id = w.staff_id
WHERE w.weekday = :weekday
  AND NOT EXISTS (SELECT 1 FROM absences a WHERE a.staff_id = s.id AND :day BETWEEN a.first_day AND a.last_day);

-- name: requestAbsence :execlastid
INSERT INTO absences (staff_id, first_day, last_day, kind) VALUES (:staff, :firstDay, :lastDay, :kind);

-- name: approve :execrows
UPDATE absences SET approved_by = :approver WHERE id = :id AND approved_by IS NULL;

-- name: absenceDays :many
SELECT s.full_name, a.kind, sum(julianday(a.last_day) - julianday(a.first_day) + 1) AS days
FROM absences a
JOIN staff s ON s.id = a.staff_id
WHERE a.approved_by IS NOT NULL AND strftime('%Y', a.first_day) = :year
GROUP BY s.id, a.kind;

-- name: preference :optional
SELECT json_extract(settings, '$.' || :name) AS value FROM staff WHERE id = :staff;

-- name: setPreference :exec
UPDATE staff SET settings = json_set(settings, '$.' || :name, json(:value)) WHERE id = :staff;

-- name: staffWithoutHours :many
SELECT id, full_name FROM staff_directory
EXCEPT
SELECT s.id, s.full_name FROM staff s JOIN working_hours w ON w.staff_id = s.id;
