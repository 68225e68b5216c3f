import * as Sentry from "@sentry/node";
import mixpanel from "mixpanel";
import Bugsnag from "@bugsnag/js";

function login(email, password, user, card) {
  // ruleid: js-secret-to-service
  Sentry.setContext("login", { email, password });
  // ok: js-secret-to-service
  Sentry.setContext("login", { step: "password" });
  // ruleid: js-secret-to-service
  Sentry.captureMessage(`refused ${password}`);
  // ok: js-secret-to-service
  Sentry.captureMessage("the password was refused");
  // ruleid: js-secret-to-service
  Sentry.setExtra("token", user.token);
  // ok: js-secret-to-service
  Sentry.setTag("area", "password");
  // ruleid: js-secret-to-service
  Sentry.addBreadcrumb({ category: "pay", data: { number: card.cardNumber } });
  // ruleid: js-secret-to-service
  mixpanel.track("registered", { password });
  // ok: js-secret-to-service
  mixpanel.track("registered", { hasPassword: Boolean(password) });
  // ok: js-secret-to-service
  mixpanel.track("registered", { length: password.length });
  // ruleid: js-secret-to-service
  Bugsnag.leaveBreadcrumb("paid", { ssn: user.ssn });
  // ok: js-secret-to-service
  Bugsnag.notify(new Error("wrong password"));
  // ruleid: js-secret-to-service
  gtag("event", "login", { secret: user.clientSecret });
  // ok: js-secret-to-service
  gtag("event", "login", { method: "password" });
  // ruleid: js-secret-to-service
  window.dataLayer.push({ event: "login", accessToken });
  // ok: js-secret-to-service
  queue.push({ event: "login", password });
  // ok: js-secret-to-service
  Sentry.setContext("form", { password: errors.password });
}

Sentry.withScope((scope) => {
  // ruleid: js-secret-to-service
  scope.setExtra("password", password);
  // ok: js-secret-to-service
  scope.setExtra("attempts", attempts);
});

class Tracker {
  track(name, data) {
    // ok: js-secret-to-service
    this.own.track(name, { password: data.password });
  }
}
