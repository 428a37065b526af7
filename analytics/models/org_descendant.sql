-- org_descendant: who stands under whom. Grain: ancestor and descendant; every org is its own ancestor. UNION stops at a ring.
WITH RECURSIVE tree (ancestor, code) AS (
    SELECT o.code, o.code FROM org_now AS o
    UNION
    SELECT t.ancestor, o.code FROM tree AS t JOIN org_now AS o ON o.parent_code = t.code
)
SELECT ancestor, code FROM tree
