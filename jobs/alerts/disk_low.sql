-- Grain: folder whose disk has less than $gb GB or less than $percent per cent left.
SELECT folder AS subject, round(free_gb, 1) AS free_gb, round(100 * free_share, 1) AS percent
FROM disk
WHERE free_gb < $gb OR 100 * free_share < $percent
ORDER BY folder;
