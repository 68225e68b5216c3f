const { app, session } = require("electron");

// ruleid: electron-certificate-accepted
session.defaultSession.setCertificateVerifyProc((request, callback) => callback(-3));

session.fromPartition("x").setCertificateVerifyProc(function (request, done) {
  console.warn(request.hostname);
  // ruleid: electron-certificate-accepted
  done(-3);
});

session.defaultSession.setCertificateVerifyProc((request, callback) => {
  if (request.certificate.fingerprint === EXPECTED) {
    // ok: electron-certificate-accepted
    callback(0);
  } else {
    callback(-3);
  }
});

// ok: electron-certificate-accepted
session.defaultSession.setCertificateVerifyProc((request, callback) => callback(-3));

app.on("certificate-error", (event, contents, url, error, certificate, callback) => {
  event.preventDefault();
  // ruleid: electron-certificate-accepted
  callback(false);
});

app.on("certificate-error", (event, contents, url, error, certificate, callback) => {
  // ok: electron-certificate-accepted
  callback(false);
});

// ruleid: electron-certificate-accepted
app.commandLine.appendSwitch("ignore-certificate-errors");
// ok: electron-certificate-accepted
app.commandLine.appendSwitch("force-device-scale-factor", "1");
