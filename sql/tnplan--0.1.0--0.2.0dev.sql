-- complain if script is sourced in psql, rather than via ALTER EXTENSION
\echo Use "ALTER EXTENSION tnplan UPDATE TO '0.2.0dev'" to load this file. \quit
