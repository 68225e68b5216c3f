function answer(res) {
  // ruleid: security-header-weakened
  res.setHeader("Content-Security-Policy", "default-src 'self'; script-src * 'unsafe-inline'");
  // ruleid: security-header-weakened
  res.removeHeader("X-Frame-Options");
  // ruleid: security-header-weakened
  res.set("Strict-Transport-Security", "max-age=0");
  // ruleid: security-header-weakened
  res.set("X-Frame-Options", "ALLOWALL");
  // ok: security-header-weakened
  res.setHeader("Content-Security-Policy", "default-src 'self'");
  // ok: security-header-weakened
  res.removeHeader("X-Powered-By");
  // ok: security-header-weakened
  res.set("X-Frame-Options", "DENY");
}

// ruleid: security-header-weakened
res.setHeader("Referrer-Policy", "unsafe-url");
// ok: security-header-weakened
res.setHeader("Referrer-Policy", "no-referrer");
