class Browser {
    void open(android.webkit.WebView view, android.webkit.WebSettings settings) {
        // ruleid: java-android-webview
        settings.setJavaScriptEnabled(true);
        // ruleid: java-android-webview
        view.getSettings().setAllowFileAccess(true);
        // ok: java-android-webview
        settings.setJavaScriptEnabled(false);
        // ok: java-android-webview
        settings.setBuiltInZoomControls(true);
    }
}

class Remembering {
    void open(android.webkit.WebView view, android.webkit.GeolocationPermissions.Callback callback) {
        // ruleid: java-android-webview
        WebView.setWebContentsDebuggingEnabled(true);
    }

    void onGeolocationPermissionsShowPrompt(String origin, android.webkit.GeolocationPermissions.Callback callback) {
        // ruleid: java-android-webview
        callback.invoke(origin, true, false);
        // ok: java-android-webview
        callback.invoke(origin, false, false);
    }
}

class Asked {
    void onGeolocationPermissionsShowPrompt(String origin, android.webkit.GeolocationPermissions.Callback callback) {
        if (allowed(origin)) {
            // ok: java-android-webview
            callback.invoke(origin, true, false);
        }
    }

    void debug() {
        if (BuildConfig.DEBUG) {
            // ok: java-android-webview
            WebView.setWebContentsDebuggingEnabled(true);
        }
    }
}
