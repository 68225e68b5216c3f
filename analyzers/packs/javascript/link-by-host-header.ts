app.post("/forgot", async (req, res) => {
  const token = await makeToken(req.body.mail);
  // ruleid: link-by-host-header
  await transport.sendMail({ to: req.body.mail, text: `Reset: https://${req.headers.host}/reset/${token}` });
  const link = req.protocol + "://" + req.get("host") + "/reset/" + token;
  // ruleid: link-by-host-header
  await mailer.send({ to: req.body.mail, subject: "Reset", html: "<a href='" + link + "'>Reset</a>" });
  const message = { to: req.body.mail, text: "http://" + req.hostname + "/reset/" + token };
  // ruleid: link-by-host-header
  transport.sendMail(message, () => res.end());
  // ok: link-by-host-header
  await transport.sendMail({ to: req.body.mail, text: `Reset: ${config.address}/reset/${token}` });
  // ok: link-by-host-header
  logger.info("asked by " + req.headers.host);
});
