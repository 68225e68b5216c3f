import android.content.SharedPreferences;

class Login {
    void store(SharedPreferences preferences, String password, String token) {
        // ruleid: java-android-secret-preferences
        preferences.edit().putString("password", password).apply();
        SharedPreferences.Editor editor = preferences.edit();
        // ruleid: java-android-secret-preferences
        editor.putString("access_token", token);
        // ok: java-android-secret-preferences
        editor.putString("password", encrypt(password));
        // ok: java-android-secret-preferences
        editor.putString("password", null);
        // ok: java-android-secret-preferences
        editor.putString("theme", "dark");
        editor.apply();
    }
}
