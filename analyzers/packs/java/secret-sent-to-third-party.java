class Payments {
    void failed(Payment payment, Analytics analytics, Rollbar rollbar) {
        // ruleid: secret-sent-to-third-party
        Sentry.captureMessage("payment failed for card " + payment.getCardNumber());
        // ok: secret-sent-to-third-party
        Sentry.captureMessage("payment failed for order " + payment.getOrderId());
        // ok: secret-sent-to-third-party
        Sentry.captureMessage("no password was given");
        // ruleid: secret-sent-to-third-party
        Sentry.setExtra("ssn", payment.getSsn());
        // ok: secret-sent-to-third-party
        Sentry.setExtra("length", payment.getSsn().length());
        // ruleid: secret-sent-to-third-party
        FirebaseCrashlytics.getInstance().log("token " + accessToken);
        // ok: secret-sent-to-third-party
        FirebaseCrashlytics.getInstance().log("token refreshed");
        // ruleid: secret-sent-to-third-party
        FirebaseCrashlytics.getInstance().setCustomKey("password", password);
        // ok: secret-sent-to-third-party
        FirebaseCrashlytics.getInstance().setCustomKey("password", hasPassword);
        // ruleid: secret-sent-to-third-party
        rollbar.error("cannot sign in with " + password);
        // ok: secret-sent-to-third-party
        rollbar.error("cannot sign in");
        // ruleid: secret-sent-to-third-party
        analytics.enqueue(TrackMessage.builder("paid").properties(Map.of("ssn", payment.getSsn())));
        // ok: secret-sent-to-third-party
        analytics.enqueue(TrackMessage.builder("paid").properties(Map.of("amount", payment.getAmount())));
        // ruleid: secret-sent-to-third-party
        analytics.enqueue(IdentifyMessage.builder().userId(id).traits(ImmutableMap.of("card", payment.getCardNumber())));
        // ok: secret-sent-to-third-party
        analytics.enqueue(IdentifyMessage.builder().userId(id).traits(ImmutableMap.of("plan", payment.getPlan())));
    }
}
