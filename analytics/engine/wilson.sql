-- wilson_low, wilson_high: ends of the 95 % score interval of k of n (Wilson 1927), as Proportion.Wilson gives them.
CREATE MACRO wilson_low(k, n) AS CASE WHEN n > 0 THEN greatest(0, (k / n + 1.9207294103470 / n - 1.9599639845400545 * sqrt(k / n * (1 - k / n) / n + 0.9603647051735 / (n * n))) / (1 + 3.8414588206941 / n)) END;
CREATE MACRO wilson_high(k, n) AS CASE WHEN n > 0 THEN least(1, (k / n + 1.9207294103470 / n + 1.9599639845400545 * sqrt(k / n * (1 - k / n) / n + 0.9603647051735 / (n * n))) / (1 + 3.8414588206941 / n)) END;
