import java.util.ArrayList;
import java.util.List;

class Orders {
    void prune(List<String> orders) {
        for (String order : orders) {
            if (order.isEmpty()) {
                // ruleid: collection-changed-in-loop
                orders.remove(order);
            }
        }
        for (String order : new ArrayList<>(orders)) {
            // ok: collection-changed-in-loop
            orders.remove(order);
        }
        for (String order : orders) {
            if (order.isEmpty()) {
                // ok: collection-changed-in-loop
                orders.remove(order);
                break;
            }
        }
    }
}
