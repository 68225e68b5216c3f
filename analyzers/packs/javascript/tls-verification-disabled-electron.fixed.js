const { app, session } = require("electron");

// ruleid: tls-verification-disabled-electron
session.defaultSession.setCertificateVerifyProc((request, callback) => callback(-3));

session.fromPartition("x").setCertificateVerifyProc(function (request, done) {
  console.warn(request.hostname);
  // ruleid: tls-verification-disabled-electron
  done(-3);
});

session.defaultSession.setCertificateVerifyProc((request, callback) => {
  if (request.certificate.fingerprint === EXPECTED) {
    // ok: tls-verification-disabled-electron
    callback(0);
  } else {
    callback(-3);
  }
});

// ok: tls-verification-disabled-electron
session.defaultSession.setCertificateVerifyProc((request, callback) => callback(-3));

app.on("certificate-error", (event, contents, url, error, certificate, callback) => {
  event.preventDefault();
  // ruleid: tls-verification-disabled-electron
  callback(false);
});

app.on("certificate-error", (event, contents, url, error, certificate, callback) => {
  // ok: tls-verification-disabled-electron
  callback(false);
});

// ruleid: tls-verification-disabled-electron
app.commandLine.appendSwitch("ignore-certificate-errors");
// ok: tls-verification-disabled-electron
app.commandLine.appendSwitch("force-device-scale-factor", "1");
