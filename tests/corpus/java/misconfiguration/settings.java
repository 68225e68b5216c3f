package shop.mobile;

import android.content.Context;
import android.content.SharedPreferences;
import android.webkit.WebSettings;
import android.webkit.WebView;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.builders.WebSecurity;
import org.springframework.web.firewall.StrictHttpFirewall;

class Browser {
    void web(WebView view, Object bridge) {
        WebSettings settings = view.getSettings();
        // ruleid: misconfiguration
        settings.setJavaScriptEnabled(true);
        // ruleid: misconfiguration
        view.getSettings().setAllowFileAccess(true);
        // ruleid: misconfiguration
        settings.setAllowUniversalAccessFromFileURLs(true);
        // ruleid: misconfiguration
        settings.setAllowFileAccessFromFileURLs(true);
        // ruleid: misconfiguration
        settings.setMixedContentMode(WebSettings.MIXED_CONTENT_ALWAYS_ALLOW);
        // ruleid: misconfiguration
        view.addJavascriptInterface(bridge, "bridge");
        // ruleid: misconfiguration
        WebView.setWebContentsDebuggingEnabled(true);
        // ok: misconfiguration
        settings.setJavaScriptEnabled(false);
        // ok: misconfiguration
        settings.setAllowFileAccess(false);
        // ok: misconfiguration
        settings.setMixedContentMode(WebSettings.MIXED_CONTENT_NEVER_ALLOW);
    }
}

@EnableWebSecurity(debug = true)
class Security {
    void configure(HttpSecurity http) throws Exception {
        // ruleid: misconfiguration
        http.headers().frameOptions().disable();
        // ruleid: misconfiguration
        http.headers().disable();
        // ruleid: misconfiguration
        http.headers(headers -> headers.frameOptions(frame -> frame.disable()));
        // ok: misconfiguration
        http.headers().frameOptions().sameOrigin();
        // ok: misconfiguration
        http.httpBasic().disable();
    }

    void firewall(StrictHttpFirewall firewall) {
        // ruleid: misconfiguration
        firewall.setAllowUrlEncodedSlash(true);
        // ok: misconfiguration
        firewall.setAllowUrlEncodedSlash(false);
    }
}
