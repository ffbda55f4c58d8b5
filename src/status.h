/*
 * status.h
 *		plan_status: verdicts as labels of the enum, and the cuts between them.
 */
#ifndef TNPLAN_STATUS_H
#define TNPLAN_STATUS_H

#include "fmgr.h"

#include "core/score.h"

extern Oid	status_label(Oid type, Verdict verdict);
extern Datum status_datum(FunctionCallInfo fcinfo, Verdict verdict);
extern Verdict status_verdict(Oid label);
extern Verdict status_argument(FunctionCallInfo fcinfo, int n);
extern PaceCuts cuts_argument(FunctionCallInfo fcinfo, int n);

#endif							/* TNPLAN_STATUS_H */
