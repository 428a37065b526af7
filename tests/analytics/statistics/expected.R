# Independent values for the statistics tests. Made with R 4.2 (Debian r-base-core), offline:
#   Rscript tests/analytics/statistics/expected.R > tests/analytics/statistics/expected.csv
# One line a value: what, its arguments separated by spaces, the value with 15 digits.
options(digits = 15)
out <- function(what, args, value) cat(what, paste(args, collapse = " "), format(value, digits = 15), sep = ",", fill = TRUE)
cat("what,args,value\n")

for (kn in list(c(0, 10), c(1, 10), c(5, 10), c(10, 10), c(784, 4773), c(192, 685), c(1275, 13461728), c(5904, 33066), c(35, 37))) {
  k <- kn[1]; n <- kn[2]
  w <- suppressWarnings(prop.test(k, n, correct = FALSE)$conf.int)
  out("wilson_low", kn, w[1]); out("wilson_high", kn, w[2])
  out("jeffreys_low", kn, if (k == 0) 0 else qbeta(0.025, k + 0.5, n - k + 0.5))
  out("jeffreys_high", kn, if (k == n) 1 else qbeta(0.975, k + 0.5, n - k + 0.5))
}
for (t in list(c(30, 1000, 60, 1000), c(1, 40, 6, 35), c(0, 20, 3, 15), c(500, 100000, 480, 100000), c(7, 9, 2, 11))) {
  m <- matrix(c(t[1], t[2] - t[1], t[3], t[4] - t[3]), 2)
  e <- outer(rowSums(m), colSums(m)) / sum(m)
  p <- if (min(e) >= 5) suppressWarnings(prop.test(c(t[1], t[3]), c(t[2], t[4]), correct = FALSE)$p.value) else fisher.test(m)$p.value
  out("two_proportions", t, p)
}
for (t in list(c(12, 5, 1, 1), c(0, 4, 1, 1), c(30, 90, 7, 28), c(150, 151, 7, 7), c(9, 1, 7, 7))) {
  out("counts", t, poisson.test(t[1:2], t[3:4])$p.value)
}
units <- list(
  spread = list(k = c(3, 0, 12, 7, 1, 40, 2, 9), n = c(30, 12, 60, 100, 45, 90, 5, 300)),
  rare = list(k = c(0, 1, 0, 3, 2, 14, 0, 1, 5, 0), n = c(900, 1500, 300, 4000, 700, 2500, 60, 1200, 1000, 35)))
for (name in names(units)) {
  u <- units[[name]]
  loss <- function(v) { a <- exp(v[1]); b <- exp(v[2]); -sum(lbeta(a + u$k, b + u$n - u$k) - lbeta(a, b)) }
  fit <- optim(c(0, 2), loss, method = "BFGS", control = list(reltol = 1e-15, maxit = 10000))
  fit <- optim(fit$par, loss, method = "Nelder-Mead", control = list(reltol = 1e-15, maxit = 10000))
  a <- exp(fit$par[1]); b <- exp(fit$par[2])
  out(paste0("eb_", name, "_mean"), "", a / (a + b))
  out(paste0("eb_", name, "_strength"), "", a + b)
  for (i in seq_along(u$k)) out(paste0("eb_", name, "_estimate"), c(u$k[i], u$n[i]), (a + u$k[i]) / (a + b + u$n[i]))
  out(paste0("eb_", name, "_low"), c(u$k[1], u$n[1]), qbeta(0.025, a + u$k[1], b + u$n[1] - u$k[1]))
  out(paste0("eb_", name, "_high"), c(u$k[1], u$n[1]), qbeta(0.975, a + u$k[1], b + u$n[1] - u$k[1]))
}
k <- c(4, 7, 3, 12, 5, 6); n <- c(400, 380, 410, 395, 0, 405)
k[n == 0] <- 0
p <- sum(k) / sum(n)
z <- (k[n > 0] / n[n > 0] - p) / sqrt(p * (1 - p) / n[n > 0])
s <- max(1, mean(abs(diff(z))) / (2 / sqrt(pi)))
out("p_centre", "", p); out("p_high", 400, p + 3 * sqrt(p * (1 - p) / 400)); out("p_laney_high", 400, min(1, p + 3 * s * sqrt(p * (1 - p) / 400)))
x <- c(6.1, 5.8, 6.4, 7.0, 5.9, 6.2, 12.5, 6.0)
out("x_centre", "", mean(x)); out("x_high", "", mean(x) + 3 * mean(abs(diff(x))) / (2 / sqrt(pi)))
out("x_low", "", mean(x) - 3 * mean(abs(diff(x))) / (2 / sqrt(pi)))
# p-chart limits point by point, cut to 0–1.
for (i in which(n > 0)) { e <- 3 * sqrt(p * (1 - p) / n[i]); out("p_low_at", i - 1, max(0, p - e)); out("p_high_at", i - 1, min(1, p + e)) }
# Western Electric rules on a series of z values, written down from the handbook: which rules speak at each point (a bit each).
z <- c(0.3, -0.4, 2.3, 0.2, 2.6, 1.1, 1.4, 0.9, 1.2, 0.4, 0.1, 0.6, 0.2, 3.4, -1.2, -1.5, 0.3, -1.1, -2.2, -2.4, -0.1, -0.3, -0.2)
for (i in seq_along(z)) {
  bits <- 0
  for (side in c(1, -1)) {
    v <- z[1:i] * side; last <- function(m) tail(v, m)
    if (v[i] > 3) bits <- bitwOr(bits, 1)
    if (v[i] > 2 && sum(last(3) > 2) >= 2) bits <- bitwOr(bits, 2)
    if (v[i] > 1 && sum(last(5) > 1) >= 4) bits <- bitwOr(bits, 4)
    if (i >= 8 && all(last(8) > 0)) bits <- bitwOr(bits, 8)
  }
  out("western", i - 1, bits)
}
# Equal-tailed credible intervals of the fitted prior for every unit, on which bands of places rest.
for (name in names(units)) {
  u <- units[[name]]
  loss <- function(v) { a <- exp(v[1]); b <- exp(v[2]); -sum(lbeta(a + u$k, b + u$n - u$k) - lbeta(a, b)) }
  fit <- optim(c(0, 2), loss, method = "BFGS", control = list(reltol = 1e-15, maxit = 10000))
  fit <- optim(fit$par, loss, method = "Nelder-Mead", control = list(reltol = 1e-15, maxit = 10000))
  a <- exp(fit$par[1]); b <- exp(fit$par[2])
  for (i in seq_along(u$k)) {
    out(paste0("eb_", name, "_low"), c(u$k[i], u$n[i]), qbeta(0.025, a + u$k[i], b + u$n[i] - u$k[i]))
    out(paste0("eb_", name, "_high"), c(u$k[i], u$n[i]), qbeta(0.975, a + u$k[i], b + u$n[i] - u$k[i]))
  }
}
