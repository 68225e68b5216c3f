class Browser {
    void open(android.webkit.WebView view, android.webkit.WebSettings settings) {
        // ruleid: java-android-webview
        settings.setJavaScriptEnabled(false);
        // ruleid: java-android-webview
        view.getSettings().setAllowFileAccess(false);
        // ok: java-android-webview
        settings.setJavaScriptEnabled(false);
        // ok: java-android-webview
        settings.setBuiltInZoomControls(true);
    }
}
