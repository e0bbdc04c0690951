//! Recruitments, applications, decisions and seats
