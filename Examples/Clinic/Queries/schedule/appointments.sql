-- name: appointment :optional
SELECT * FROM appointments WHERE id = :id;

-- name: board :many
-- Everything that is booked in a span of time.
SELECT * FROM appointment_board WHERE starts_at >= :from AND starts_at < :until ORDER BY starts_at, staff;

-- name: dayOf :many
SELECT id, starts_at, ends_at, patient, type, room, status
FROM appointment_board
WHERE staff_id = :staff AND date(starts_at) = :day
ORDER BY starts_at;

-- name: book :one
INSERT INTO appointments (patient_id, staff_id, type_id, room_id, starts_at, ends_at, reason)
VALUES (:patient, :staff, :type, :room, :startsAt, :endsAt, :reason)
RETURNING id, status;

-- name: bookByLength :execlastid
-- Books an appointment as long as its type says.
INSERT INTO appointments (patient_id, staff_id, type_id, starts_at, ends_at)
SELECT :patient, :staff, t.id, :startsAt, datetime(:startsAt, '+' || t.minutes || ' minutes')
FROM appointment_types t
WHERE t.id = :type;

-- name: reschedule :execrows
UPDATE appointments SET starts_at = :startsAt, ends_at = :endsAt, reminded_at = NULL
WHERE id = :id AND status = 'booked';

-- name: setStatus :execrows
UPDATE appointments SET status = :status WHERE id = :id;

-- name: clashes :many
SELECT a.id, a.starts_at, a.ends_at, a.room_id
FROM appointments a
WHERE a.staff_id = :staff AND a.status NOT IN ('cancelled', 'missed')
  AND a.starts_at < :endsAt AND a.ends_at > :startsAt;

-- name: toRemind :many
SELECT a.id, a.starts_at, p.email, p.phone, p.first_name
FROM appointments a
JOIN patients p ON p.id = a.patient_id
WHERE a.status = 'booked' AND a.reminded_at IS NULL AND a.starts_at BETWEEN :from AND :until;

-- name: markReminded :exec
UPDATE appointments SET reminded_at = CURRENT_TIMESTAMP WHERE id = :id;

-- name: nextAppointment :optional
SELECT a.id, a.starts_at, s.full_name AS staff, t.name AS type
FROM appointments a
JOIN staff s ON s.id = a.staff_id
JOIN appointment_types t ON t.id = a.type_id
WHERE a.patient_id = :patient AND a.starts_at > :after AND a.status = 'booked'
ORDER BY a.starts_at
LIMIT 1;

-- name: missedByPatient :many
SELECT p.id, p.last_name, count(*) AS missed, max(a.starts_at) AS last_missed
FROM appointments a
JOIN patients p ON p.id = a.patient_id
WHERE a.status = 'missed'
GROUP BY p.id
HAVING count(*) > :moreThan;

-- name: gaps :many
-- Free time between a day's appointments of one person.
SELECT ends_at AS free_from, next_start AS free_until
FROM (
    SELECT ends_at, lead(starts_at) OVER (ORDER BY starts_at) AS next_start
    FROM appointments
    WHERE staff_id = :staff AND date(starts_at) = :day AND status <> 'cancelled'
)
WHERE next_start > ends_at;

-- name: load :many
SELECT s.id, s.full_name, count(a.id) AS appointments, sum(unixepoch(a.ends_at) - unixepoch(a.starts_at)) / 60 AS minutes
FROM staff s
LEFT JOIN appointments a ON a.staff_id = s.id AND a.starts_at >= :from AND a.starts_at < :until
WHERE s.is_active
GROUP BY s.id
ORDER BY appointments DESC;

-- name: appointmentTypes :many
SELECT id, name, minutes, color FROM appointment_types WHERE bookable ORDER BY name;

-- name: statusCounts :many
SELECT status, count(*) AS n FROM appointments WHERE starts_at >= ?1 AND starts_at < ?2 GROUP BY status;

-- name: hourlyLoad :many
WITH RECURSIVE hours (hour) AS (VALUES (7) UNION ALL SELECT hour + 1 FROM hours WHERE hour < 18)
SELECT h.hour, count(a.id) AS appointments
FROM hours h
LEFT JOIN appointments a ON CAST(strftime('%H', a.starts_at) AS INTEGER) = h.hour AND date(a.starts_at) = :day
GROUP BY h.hour
ORDER BY h.hour;

-- name: waiting :many
SELECT p.id, p.first_name, p.last_name, t.name AS type, w.since, w.priority, w.remark
FROM waiting_list w
JOIN patients p ON p.id = w.patient_id
JOIN appointment_types t ON t.id = w.type_id
ORDER BY w.priority DESC, w.since;

-- name: joinWaitingList :exec
INSERT INTO waiting_list (patient_id, type_id, priority, remark) VALUES (:patient, :type, :priority, :remark)
ON CONFLICT DO UPDATE SET priority = excluded.priority, remark = coalesce(excluded.remark, remark);

-- name: leaveWaitingList :optional
DELETE FROM waiting_list WHERE patient_id = :patient AND type_id = :type RETURNING since, remark;

-- name: roomUse :many
SELECT r.label, d.name AS department, count(a.id) AS used
FROM rooms r
JOIN departments d ON d.id = r.department_id
LEFT JOIN appointments a ON a.room_id = r.id AND date(a.starts_at) = :day
GROUP BY r.id;
