class Client extends WebViewClient {
    @Override
    public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
        // ruleid: android-ssl-error-ignored
        handler.proceed();
    }

    void other(Task task) {
        // ok: android-ssl-error-ignored
        task.proceed();
    }
}
