import android.app.PendingIntent;
import android.content.Intent;

class Notifications extends Service {
    PendingIntent empty() {
        // ruleid: mutable-pending-intent-android
        return PendingIntent.getActivity(this, 0, new Intent(), PendingIntent.FLAG_MUTABLE);
    }

    PendingIntent byAction() {
        Intent intent = new Intent("org.example.ACTION");
        // ruleid: mutable-pending-intent-android
        return PendingIntent.getBroadcast(this, 0, intent, PendingIntent.FLAG_UPDATE_CURRENT | PendingIntent.FLAG_MUTABLE);
    }

    PendingIntent noFlags() {
        // ruleid: mutable-pending-intent-android
        return PendingIntent.getService(this, 0, new Intent("org.example.ACTION"), 0);
    }

    PendingIntent oldFlags() {
        Intent intent = new Intent("org.example.ACTION");
        // ruleid: mutable-pending-intent-android
        return PendingIntent.getBroadcast(this, 0, intent, PendingIntent.FLAG_UPDATE_CURRENT);
    }

    PendingIntent explicitNoFlags() {
        // ok: mutable-pending-intent-android
        return PendingIntent.getBroadcast(this, 0, new Intent(this, Details.class), 0);
    }

    PendingIntent withPackage() {
        Intent intent = new Intent("org.example.ACTION");
        intent.setPackage(getPackageName());
        // ok: mutable-pending-intent-android
        return PendingIntent.getBroadcast(this, 0, intent, PendingIntent.FLAG_MUTABLE);
    }

    PendingIntent explicit() {
        // ok: mutable-pending-intent-android
        return PendingIntent.getActivity(this, 0, new Intent(this, Details.class), PendingIntent.FLAG_MUTABLE);
    }

    PendingIntent immutable() {
        // ok: mutable-pending-intent-android
        return PendingIntent.getActivity(this, 0, new Intent(), PendingIntent.FLAG_IMMUTABLE);
    }
}
