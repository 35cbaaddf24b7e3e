-- name: GetOrder :one
-- Query names in every spelling.
-- @param id: Int64
SELECT * FROM "order" WHERE id = :id;

-- name: get_user :one
-- @param in: Int64
-- @param default: String?
SELECT :in AS "n: Int64", :default AS "default?: String";

-- name: getUser :exec
-- @param user_id: Int64
-- @param user_url: URL
DELETE FROM "order" WHERE id = :user_id AND image_url = :user_url;

-- name: init :exec
DELETE FROM "order";

-- name: default :many
-- Escapes: */ """ \(x) `code`
-- @deprecated Use "GetOrder" \ instead.
SELECT id, "class" FROM "order" WHERE "Customer Name" <> '"""# \n' ORDER BY größe;

-- name: find_by_position :optional
-- @param 1: String
-- @param 2: Int64
SELECT id FROM "order" WHERE "class" = ?1 AND id > ?2;
