import org.springframework.context.annotation.Bean;
import org.springframework.remoting.httpinvoker.HttpInvokerServiceExporter;
import org.springframework.remoting.httpinvoker.HttpInvokerProxyFactoryBean;
import org.springframework.remoting.rmi.RemoteInvocationSerializingExporter;
import org.springframework.remoting.rmi.RmiServiceExporter;

class Remoting {
    @Bean(name = "/accounts")
    Object accounts(AccountService service) {
        // ruleid: spring-exporter-reads-objects
        HttpInvokerServiceExporter exporter = new HttpInvokerServiceExporter();
        exporter.setService(service);
        exporter.setServiceInterface(AccountService.class);
        return exporter;
    }

    @Bean
    Object rmi() {
        // ruleid: spring-exporter-reads-objects
        return new RmiServiceExporter();
    }

    @Bean
    Object client() {
        // ok: spring-exporter-reads-objects
        return new HttpInvokerProxyFactoryBean();
    }
}

// ruleid: spring-exporter-reads-objects
class OwnExporter extends RemoteInvocationSerializingExporter {
    void handle() {}
}

// ok: spring-exporter-reads-objects
class Exporter extends ServiceExporter {
}
