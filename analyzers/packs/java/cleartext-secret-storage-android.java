import android.content.SharedPreferences;

class Login {
    void store(SharedPreferences preferences, String password, String token) {
        // ruleid: cleartext-secret-storage-android
        preferences.edit().putString("password", password).apply();
        SharedPreferences.Editor editor = preferences.edit();
        // ruleid: cleartext-secret-storage-android
        editor.putString("access_token", token);
        // ok: cleartext-secret-storage-android
        editor.putString("password", encrypt(password));
        // ok: cleartext-secret-storage-android
        editor.putString("password", null);
        // ok: cleartext-secret-storage-android
        editor.putString("theme", "dark");
        editor.apply();
    }
}
