import * as Sentry from "@sentry/node";
import mixpanel from "mixpanel";
import Bugsnag from "@bugsnag/js";

function login(email, password, user, card) {
  // ruleid: secret-sent-to-third-party
  Sentry.setContext("login", { email, password });
  // ok: secret-sent-to-third-party
  Sentry.setContext("login", { step: "password" });
  // ruleid: secret-sent-to-third-party
  Sentry.captureMessage(`refused ${password}`);
  // ok: secret-sent-to-third-party
  Sentry.captureMessage("the password was refused");
  // ruleid: secret-sent-to-third-party
  Sentry.setExtra("token", user.token);
  // ok: secret-sent-to-third-party
  Sentry.setTag("area", "password");
  // ruleid: secret-sent-to-third-party
  Sentry.addBreadcrumb({ category: "pay", data: { number: card.cardNumber } });
  // ruleid: secret-sent-to-third-party
  mixpanel.track("registered", { password });
  // ok: secret-sent-to-third-party
  mixpanel.track("registered", { hasPassword: Boolean(password) });
  // ok: secret-sent-to-third-party
  mixpanel.track("registered", { length: password.length });
  // ruleid: secret-sent-to-third-party
  Bugsnag.leaveBreadcrumb("paid", { ssn: user.ssn });
  // ok: secret-sent-to-third-party
  Bugsnag.notify(new Error("wrong password"));
  // ruleid: secret-sent-to-third-party
  gtag("event", "login", { secret: user.clientSecret });
  // ok: secret-sent-to-third-party
  gtag("event", "login", { method: "password" });
  // ruleid: secret-sent-to-third-party
  window.dataLayer.push({ event: "login", accessToken });
  // ok: secret-sent-to-third-party
  queue.push({ event: "login", password });
  // ok: secret-sent-to-third-party
  Sentry.setContext("form", { password: errors.password });
}

Sentry.withScope((scope) => {
  // ruleid: secret-sent-to-third-party
  scope.setExtra("password", password);
  // ok: secret-sent-to-third-party
  scope.setExtra("attempts", attempts);
});

class Tracker {
  track(name, data) {
    // ok: secret-sent-to-third-party
    this.own.track(name, { password: data.password });
  }
}
