import android.app.Activity;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;

class Messages extends Activity {
    private static final String LOGIN = "org.shop.LOGIN";

    void send(Context context, String token) {
        Intent intent = new Intent("org.shop.LOGIN");
        intent.putExtra("token", token);
        // ruleid: java-android-broadcast-open
        sendBroadcast(intent);
        // ruleid: java-android-broadcast-open
        context.sendOrderedBroadcast(intent, null);
        // ruleid: java-android-broadcast-open
        context.sendStickyBroadcast(intent);
        // ok: java-android-broadcast-open
        sendBroadcast(intent, "org.shop.permission.LOGIN");
        // ok: java-android-broadcast-open
        sendOrderedBroadcast(intent, "org.shop.permission.LOGIN");
    }

    void own(Context context, String token) {
        Intent intent = new Intent(LOGIN);
        intent.putExtra("token", token);
        intent.setPackage(context.getPackageName());
        // ok: java-android-broadcast-open
        context.sendBroadcast(intent);
        Intent named = new Intent(context, Receiver.class);
        named.putExtra("token", token);
        // ok: java-android-broadcast-open
        context.sendBroadcast(named);
        Intent empty = new Intent("org.shop.CLOSED");
        // ok: java-android-broadcast-open
        context.sendBroadcast(empty);
    }

    void receive(BroadcastReceiver receiver) {
        // ruleid: java-android-broadcast-open
        registerReceiver(receiver, new IntentFilter("org.shop.LOGIN"), Context.RECEIVER_NOT_EXPORTED);
        IntentFilter filter = new IntentFilter();
        filter.addAction(LOGIN);
        // ruleid: java-android-broadcast-open
        getApplicationContext().registerReceiver(receiver, filter, Context.RECEIVER_NOT_EXPORTED);
        // ok: java-android-broadcast-open
        registerReceiver(receiver, new IntentFilter(Intent.ACTION_SCREEN_OFF));
        // ok: java-android-broadcast-open
        registerReceiver(receiver, new IntentFilter("android.net.conn.CONNECTIVITY_CHANGE"));
        // ok: java-android-broadcast-open
        registerReceiver(receiver, new IntentFilter("org.shop.LOGIN"), "org.shop.permission.LOGIN", null);
        // ok: java-android-broadcast-open
        registerReceiver(receiver, filter, Context.RECEIVER_NOT_EXPORTED);
    }
}
