package example

import (
	"database/sql"
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"gorm.io/gorm"
)

func plain(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	rows, err := db.Query("SELECT id FROM users")
	if err != nil {
		// ruleid: error-message-exposure
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer rows.Close()
	var name string
	if err := db.QueryRow("SELECT name FROM users").Scan(&name); err != nil {
		// ruleid: error-message-exposure
		fmt.Fprintf(w, "failed: %v", err)
		// ok: error-message-exposure
		log.Printf("failed: %v", err)
		// ok: error-message-exposure
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	// ok: error-message-exposure
	fmt.Fprintf(w, "%s", name)
	if _, err := os.Open("notes"); err != nil {
		// ok: error-message-exposure
		http.Error(w, err.Error(), http.StatusNotFound)
		// ruleid: error-message-exposure
		http.Error(w, fmt.Sprintf("%+v", err), http.StatusInternalServerError)
	}
}

func gins(c *gin.Context, db *gorm.DB) {
	var users []string
	if err := db.Find(&users).Error; err != nil {
		// ruleid: error-message-exposure
		c.JSON(http.StatusInternalServerError, gin.H{"error": err.Error()})
		return
	}
	// ok: error-message-exposure
	c.JSON(http.StatusOK, users)
	if err := c.ShouldBindJSON(&users); err != nil {
		// ok: error-message-exposure
		c.JSON(http.StatusBadRequest, gin.H{"error": err.Error()})
	}
}

func echos(c echo.Context, db *sql.DB) error {
	if _, err := db.Exec("DELETE FROM users"); err != nil {
		// ruleid: error-message-exposure
		return echo.NewHTTPError(http.StatusInternalServerError, err.Error())
	}
	return nil
}

func fibers(c *fiber.Ctx, db *sql.DB) error {
	_, err := db.Exec("DELETE FROM users")
	if err != nil {
		// ruleid: error-message-exposure
		return c.Status(500).SendString(err.Error())
	}
	return nil
}
