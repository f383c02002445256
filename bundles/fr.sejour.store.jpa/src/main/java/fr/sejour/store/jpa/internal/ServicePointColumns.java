package fr.sejour.store.jpa.internal;

import fr.sejour.api.prefecture.ServicePoint;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A counter, as it was when the row was written. */
@Embeddable
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class ServicePointColumns {

    @Column(name = "point_id")
    String id;

    @Column(name = "point_name")
    String name;

    @Column(name = "point_address")
    String address;

    @Column(name = "point_hours")
    @Nullable
    String hours;

    static ServicePointColumns of(ServicePoint point) {
        ServicePointColumns columns = new ServicePointColumns();
        columns.id = point.id();
        columns.name = point.name();
        columns.address = point.address();
        columns.hours = TextList.joined(point.collectionHours());
        return columns;
    }

    ServicePoint value() {
        return new ServicePoint(id, name, address, TextList.split(hours));
    }
}
