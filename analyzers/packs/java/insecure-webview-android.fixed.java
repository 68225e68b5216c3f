class Browser {
    void open(android.webkit.WebView view, android.webkit.WebSettings settings) {
        // ruleid: insecure-webview-android
        settings.setJavaScriptEnabled(false);
        // ruleid: insecure-webview-android
        view.getSettings().setAllowFileAccess(false);
        // ok: insecure-webview-android
        settings.setJavaScriptEnabled(false);
        // ok: insecure-webview-android
        settings.setBuiltInZoomControls(true);
    }
}

class Remembering {
    void open(android.webkit.WebView view, android.webkit.GeolocationPermissions.Callback callback) {
        // ruleid: insecure-webview-android
        WebView.setWebContentsDebuggingEnabled(false);
    }

    void onGeolocationPermissionsShowPrompt(String origin, android.webkit.GeolocationPermissions.Callback callback) {
        // ruleid: insecure-webview-android
        callback.invoke(origin, true, false);
        // ok: insecure-webview-android
        callback.invoke(origin, false, false);
    }
}

class Asked {
    void onGeolocationPermissionsShowPrompt(String origin, android.webkit.GeolocationPermissions.Callback callback) {
        if (allowed(origin)) {
            // ok: insecure-webview-android
            callback.invoke(origin, true, false);
        }
    }

    void debug() {
        if (BuildConfig.DEBUG) {
            // ok: insecure-webview-android
            WebView.setWebContentsDebuggingEnabled(true);
        }
    }
}
