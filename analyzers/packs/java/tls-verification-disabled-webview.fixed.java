class Client extends WebViewClient {
    @Override
    public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
        // ruleid: tls-verification-disabled-webview
        handler.cancel();
    }

    void other(Task task) {
        // ok: tls-verification-disabled-webview
        task.proceed();
    }
}
