package repository

import (
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/jmoiron/sqlx"
	"github.com/labstack/echo/v4"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

type User struct {
	ID   uint
	Name string
}

type Handler struct {
	db  *gorm.DB
	sql *sqlx.DB
}

func (h *Handler) Search(c *gin.Context) {
	var users []User
	name := c.Query("name")
	// ruleid: sql-injection
	h.db.Raw("SELECT * FROM users WHERE name = '" + name + "'").Scan(&users)
	// ok: sql-injection
	h.db.Raw("SELECT * FROM users WHERE name = ?", name).Scan(&users)
	// ruleid: sql-injection
	h.db.Where(fmt.Sprintf("name = '%s'", name)).Find(&users)
	// ok: sql-injection
	h.db.Where("name = ?", name).Find(&users)
	// ok: sql-injection
	h.db.Where(&User{Name: name}).First(&users)
	// ruleid: sql-injection
	h.db.Order(c.Query("sort")).Find(&users)
	// ok: sql-injection
	h.db.Order("created_at desc").Find(&users)
	// ruleid: sql-injection
	h.db.Exec("UPDATE users SET active = 0 WHERE name = " + c.PostForm("name"))
	// ok: sql-injection
	h.db.Exec("UPDATE users SET active = 0 WHERE name = ?", c.PostForm("name"))
	c.JSON(http.StatusOK, users)
}

func (h *Handler) Columns(c *gin.Context) {
	var users []User
	// ruleid: sql-injection
	h.db.Select(c.Query("columns")).Find(&users)
	// ok: sql-injection
	h.db.Select("id", "name").Find(&users)
	// ruleid: sql-injection
	h.db.Model(&User{}).Group(c.Param("group")).Find(&users)
	// ruleid: sql-injection
	h.db.Table("users").Having("total > " + c.Query("total")).Find(&users)
	// ruleid: sql-injection
	h.db.Joins("JOIN teams ON teams.name = '" + c.Query("team") + "'").Find(&users)
	// ok: sql-injection
	h.db.Joins("JOIN teams ON teams.name = ?", c.Query("team")).Find(&users)
	// ruleid: sql-injection
	h.db.Not("name = '" + c.Query("name") + "'").Find(&users)
	// ruleid: sql-injection
	h.db.Or(fmt.Sprintf("role = '%v'", c.Query("role"))).Find(&users)
	// ok: sql-injection
	h.db.Clauses(clause.Locking{Strength: "UPDATE"}).Find(&users)
	// ruleid: sql-injection
	h.db.First(&users, "id = "+c.Param("id"))
	// ok: sql-injection
	h.db.First(&users, "id = ?", c.Param("id"))
	// ruleid: sql-injection
	h.db.Delete(&User{}, "id = "+c.Param("id"))
	// ruleid: sql-injection
	h.db.Model(&User{}).Pluck(c.Query("column"), &users)
	// ruleid: sql-injection
	h.db.Distinct(c.Query("column")).Find(&users)
}

func (h *Handler) Expression(c *gin.Context) {
	// ruleid: sql-injection
	h.db.Model(&User{}).Update("score", gorm.Expr("score + "+c.Query("points")))
	// ok: sql-injection
	h.db.Model(&User{}).Update("score", gorm.Expr("score + ?", c.Query("points")))
}

func (h *Handler) WithSqlx(c echo.Context) error {
	var users []User
	name := c.QueryParam("name")
	// ruleid: sql-injection
	if err := h.sql.Select(&users, "SELECT * FROM users WHERE name = '"+name+"'"); err != nil {
		return err
	}
	// ok: sql-injection
	if err := h.sql.Select(&users, "SELECT * FROM users WHERE name = $1", name); err != nil {
		return err
	}
	query := fmt.Sprintf("SELECT * FROM users WHERE email = '%s'", c.FormValue("email"))
	var user User
	// ruleid: sql-injection
	if err := h.sql.Get(&user, query); err != nil {
		return err
	}
	// ok: sql-injection
	if err := h.sql.Get(&user, "SELECT * FROM users WHERE email = $1", c.FormValue("email")); err != nil {
		return err
	}
	// ruleid: sql-injection
	h.sql.MustExec("DELETE FROM users WHERE id = " + c.Param("id"))
	// ok: sql-injection
	h.sql.MustExec("DELETE FROM users WHERE id = $1", c.Param("id"))
	// ruleid: sql-injection
	rows, err := h.sql.Queryx("SELECT * FROM users WHERE id = " + c.Param("id"))
	if err != nil {
		return err
	}
	defer rows.Close()
	// ok: sql-injection
	_, err = h.sql.NamedExec("UPDATE users SET name = :name WHERE id = :id", map[string]any{"name": name, "id": 1})
	if err != nil {
		return err
	}
	// ruleid: sql-injection
	_, err = h.sql.NamedQuery("SELECT * FROM users WHERE team = '"+name+"'", map[string]any{})
	return err
}

func In(db *sqlx.DB, ids []int) error {
	// ok: sql-injection
	query, args, err := sqlx.In("SELECT * FROM users WHERE id IN (?)", ids)
	if err != nil {
		return err
	}
	// ok: sql-injection
	_, err = db.Queryx(db.Rebind(query), args...)
	return err
}
