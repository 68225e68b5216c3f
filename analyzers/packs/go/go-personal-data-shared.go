package example

import (
	"context"
	"errors"
	"fmt"

	"github.com/airbrake/gobrake/v5"
	"github.com/bugsnag/bugsnag-go/v2"
	"github.com/getsentry/sentry-go"
	"github.com/honeybadger-io/honeybadger-go"
	"github.com/newrelic/go-agent/v3/newrelic"
	"github.com/opentracing/opentracing-go"
	"github.com/posthog/posthog-go"
	"github.com/rollbar/rollbar-go"
	"github.com/segmentio/analytics-go/v3"
	"go.opentelemetry.io/otel/attribute"
)

type User struct {
	ID    int
	Email string
	Phone string
	Plan  string
}

func (u *User) GetEmail() string { return u.Email }

func trackers(user *User, notifier *gobrake.Notifier) {
	// ruleid: go-personal-data-shared
	sentry.CaptureMessage("failed for " + user.Email)
	// ruleid: go-personal-data-shared
	sentry.CaptureException(fmt.Errorf("no payment of %s", user.Phone))
	// ok: go-personal-data-shared
	sentry.CaptureMessage(fmt.Sprintf("failed for user %d", user.ID))
	// ok: go-personal-data-shared
	sentry.CaptureException(errors.New("user.Email is empty"))
	sentry.ConfigureScope(func(scope *sentry.Scope) {
		// ruleid: go-personal-data-shared
		scope.SetUser(sentry.User{ID: fmt.Sprint(user.ID), Email: user.Email})
		// ok: go-personal-data-shared
		scope.SetUser(sentry.User{ID: fmt.Sprint(user.ID)})
	})
	// ruleid: go-personal-data-shared
	bugsnag.Notify(errors.New("failed"), bugsnag.User{Id: "1", Email: user.GetEmail()})
	// ok: go-personal-data-shared
	bugsnag.Notify(errors.New("failed"), bugsnag.User{Id: "1"})
	// ruleid: go-personal-data-shared
	rollbar.Error("failed", map[string]interface{}{"email": user.Email})
	// ok: go-personal-data-shared
	rollbar.Error("failed", map[string]interface{}{"plan": user.Plan})
	// ruleid: go-personal-data-shared
	honeybadger.SetContext(honeybadger.Context{"email": user.Email})
	// ruleid: go-personal-data-shared
	notifier.Notify("no mail to "+user.Email, nil)
	// ok: go-personal-data-shared
	notifier.Notify("no mail", nil)
}

func measurements(ctx context.Context, customer *User, span opentracing.Span, transaction *newrelic.Transaction) {
	// ruleid: go-personal-data-shared
	span.SetTag("user", customer.Email)
	// ok: go-personal-data-shared
	span.SetTag("user", customer.ID)
	// ruleid: go-personal-data-shared
	transaction.AddAttribute("phone", customer.Phone)
	// ruleid: go-personal-data-shared
	email := attribute.String("email", customer.Email)
	// ok: go-personal-data-shared
	plan := attribute.String("plan", customer.Plan)
	_, _ = email, plan
}

func behaviour(client analytics.Client, other posthog.Client, user User) {
	// ruleid: go-personal-data-shared
	client.Enqueue(analytics.Track{UserId: user.Email, Event: "signed up"})
	// ruleid: go-personal-data-shared
	client.Enqueue(analytics.Identify{UserId: "1", Traits: analytics.NewTraits().SetEmail(user.Email)})
	// ok: go-personal-data-shared
	client.Enqueue(analytics.Track{UserId: fmt.Sprint(user.ID), Event: "signed up"})
	// ruleid: go-personal-data-shared
	other.Enqueue(posthog.Capture{DistinctId: user.Email, Event: "signed up"})
	// ok: go-personal-data-shared
	store.Save(Track{UserId: user.Email})
}
