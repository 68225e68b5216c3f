app.post("/forgot", async (req, res) => {
  const token = await makeToken(req.body.mail);
  // ruleid: host-header-injection
  await transport.sendMail({ to: req.body.mail, text: `Reset: https://${req.headers.host}/reset/${token}` });
  const link = req.protocol + "://" + req.get("host") + "/reset/" + token;
  // ruleid: host-header-injection
  await mailer.send({ to: req.body.mail, subject: "Reset", html: "<a href='" + link + "'>Reset</a>" });
  const message = { to: req.body.mail, text: "http://" + req.hostname + "/reset/" + token };
  // ruleid: host-header-injection
  transport.sendMail(message, () => res.end());
  // ok: host-header-injection
  await transport.sendMail({ to: req.body.mail, text: `Reset: ${config.address}/reset/${token}` });
  // ok: host-header-injection
  logger.info("asked by " + req.headers.host);
});
