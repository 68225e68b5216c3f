class Payments {
    void failed(Payment payment, Analytics analytics, Rollbar rollbar) {
        // ruleid: java-secret-sent-to-service
        Sentry.captureMessage("payment failed for card " + payment.getCardNumber());
        // ok: java-secret-sent-to-service
        Sentry.captureMessage("payment failed for order " + payment.getOrderId());
        // ok: java-secret-sent-to-service
        Sentry.captureMessage("no password was given");
        // ruleid: java-secret-sent-to-service
        Sentry.setExtra("ssn", payment.getSsn());
        // ok: java-secret-sent-to-service
        Sentry.setExtra("length", payment.getSsn().length());
        // ruleid: java-secret-sent-to-service
        FirebaseCrashlytics.getInstance().log("token " + accessToken);
        // ok: java-secret-sent-to-service
        FirebaseCrashlytics.getInstance().log("token refreshed");
        // ruleid: java-secret-sent-to-service
        FirebaseCrashlytics.getInstance().setCustomKey("password", password);
        // ok: java-secret-sent-to-service
        FirebaseCrashlytics.getInstance().setCustomKey("password", hasPassword);
        // ruleid: java-secret-sent-to-service
        rollbar.error("cannot sign in with " + password);
        // ok: java-secret-sent-to-service
        rollbar.error("cannot sign in");
        // ruleid: java-secret-sent-to-service
        analytics.enqueue(TrackMessage.builder("paid").properties(Map.of("ssn", payment.getSsn())));
        // ok: java-secret-sent-to-service
        analytics.enqueue(TrackMessage.builder("paid").properties(Map.of("amount", payment.getAmount())));
        // ruleid: java-secret-sent-to-service
        analytics.enqueue(IdentifyMessage.builder().userId(id).traits(ImmutableMap.of("card", payment.getCardNumber())));
        // ok: java-secret-sent-to-service
        analytics.enqueue(IdentifyMessage.builder().userId(id).traits(ImmutableMap.of("plan", payment.getPlan())));
    }
}
