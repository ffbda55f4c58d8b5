-- Growth against the growth that the target requires: progress of the Canadian Indicator
-- Framework as Statistics Canada published it in 2026, the value being the ratio of both, or
-- without a target the growth.
CREATE TABLE statcan (indicator text, base_year float8, baseline float8, year float8, value float8, direction int, natural_limit float8, target float8, target_year float8, published float8, score float8, class text);
INSERT INTO statcan VALUES
	('1-1-1', 2015, 14.5, 2023, 10.4, -1, NULL, 7.25, 2030, 0.9010899546976208, 2.1506954374096354, 'moderate_progress'),
	('1-2-1', 2016, 66.6, 2023, 71.4, 1, 100, NULL, 2030, 0.009991483690946268, 1.739752850099936, 'moderate_progress'),
	('1-3-1', 2015, 178.8, 2025, 173.3, -1, NULL, NULL, 2030, 0.003119490847657058, -0.9402545761714709, 'limited_progress'),
	('1-4-1', 2015, 70900, 2024, 75500, 1, NULL, NULL, 2030, 0.007009141261789864, 0.502285315447466, 'moderate_progress'),
	('10-1-1', 2015, 0.314, 2024, 0.305, -1, NULL, NULL, 2030, 0.0032260306225402324, -0.8869846887298838, 'limited_progress'),
	('10-2-1', 2015, 3.8, 2024, 11.9, -1, NULL, NULL, 2030, -0.1352325064900486, -5.0, 'deterioration'),
	('11-1-1', 2016, 26866, 2024, 36058, -1, NULL, 13433, 2028, -0.6675781357974336, -5.0, 'deterioration'),
	('11-2-1', 2018, 11.3, 2022, 11.6, -1, NULL, NULL, 2030, -0.006572095158251079, -3.321511894781385, 'deterioration'),
	('11-3-1', 2005, 63, 2020, 74, 1, NULL, 85, 2030, 0.8949392974311927, 2.106761907621266, 'moderate_progress'),
	('11-4-1', 2023, 75.3, 2024, 74.6, 1, 100, NULL, 2030, -0.009296148738379806, -3.6620185922974757, 'deterioration'),
	('11-5-1', 2016, 19.3, 2021, 13.9, 1, NULL, 22, 2030, -6.76154243963871, -5.0, 'deterioration'),
	('11-6-1', 2014, 699, 2024, 666.6, -1, NULL, 490, 2030, 0.21562879968968102, -1.601539480333006, 'limited_progress'),
	('11-7-1', 2015, 83.8, 2022, 77.7, 1, 100, NULL, 2030, -0.010738744969960967, -3.842343121245121, 'deterioration'),
	('11-7-1', 2015, 66.7, 2024, 61.1, 1, 100, NULL, 2030, -0.009696360492279066, -3.7120450615348832, 'deterioration'),
	('12-1-1', 2015, 0.37, 2025, 9.53, 1, NULL, 60, 2030, 0.9504069883014249, 2.502962076738248, 'substantial_progress'),
	('12-2-1', 2018, 90.3, 2023, 86.4, 1, NULL, NULL, 2030, -0.008791087342664095, -3.598885917833012, 'deterioration'),
	('12-2-1', 2018, 18.1, 2023, 13, 1, NULL, NULL, 2030, -0.06404933868300078, -5.0, 'deterioration'),
	('12-2-1', 2018, 40.7, 2023, 36.5, 1, NULL, NULL, 2030, -0.02154762657105258, -5.0, 'deterioration'),
	('12-3-1', 2018, 224.964704409885, 2024, 208.272562607894, 1, NULL, NULL, 2030, -0.012767116904636056, -4.095889613079507, 'deterioration'),
	('12-4-1', 2015, 1.43, 2022, 1.43, -1, NULL, NULL, 2030, -0.0, -2.5, 'limited_progress'),
	('13-2-1', 2015, 8, 2024, 46, -1, NULL, NULL, 2030, -0.21452801879345396, -5.0, 'deterioration'),
	('13-3-1', 2022, 18.41, 2022, 18.41, 1, 100, NULL, 2030, NULL, NULL, 'not_available'),
	('13-3-1', 2016, 28.45, 2022, 41.03, 1, 100, NULL, 2030, 0.06292643403829179, 5.0, 'substantial_progress'),
	('13-3-1', 2016, 22.03, 2022, 27.59, 1, 100, NULL, 2030, 0.038220342162160525, 5.0, 'substantial_progress'),
	('13-3-1', 2016, 29.45, 2022, 41.26, 1, 100, NULL, 2030, 0.05780915347337956, 5.0, 'substantial_progress'),
	('13-3-1', 2016, 17.12, 2022, 30.98, 1, 100, NULL, 2030, 0.10389968355278034, 5.0, 'substantial_progress'),
	('13-3-1', 2016, 40.06, 2022, 39.46, 1, 100, NULL, 2030, -0.0025119779636930684, -2.8139972454616338, 'deterioration'),
	('13-3-1', 2015, NULL, NULL, NULL, 1, 100, NULL, 2030, NULL, NULL, 'not_available'),
	('13-3-1', 2016, 13.7, 2016, 13.7, 1, 100, NULL, 2030, NULL, NULL, 'not_available'),
	('13-3-1', 2016, 15.27, 2022, 28, 1, 100, NULL, 2030, 0.10633461050855808, 5.0, 'substantial_progress'),
	('13-3-1', 2016, 51.11, 2022, 47.37, 1, 100, NULL, 2030, -0.012585310159951346, -4.0731637699939185, 'deterioration'),
	('13-3-1', 2016, 35.37, 2022, 42.81, 1, 100, NULL, 2030, 0.03232955551671002, 5.0, 'substantial_progress'),
	('13-4-1', 2018, 895.7, 2024, 2196.5, 1, NULL, NULL, 2030, 0.16125636000158572, 5.0, 'substantial_progress'),
	('14-1-1', 2015, 0.9, 2024, 15.5, 1, NULL, 30, 2030, 1.412414035287888, 5.0, 'substantial_progress'),
	('14-2-1', 2015, 68.5534591194968, 2023, 46.7336683417085, 1, NULL, 55, 2026, -2.3587220377696703, -5.0, 'deterioration'),
	('15-1-1', 2015, 79.82, 2020, 80, 1, 100, NULL, 2030, 0.0004506085041826591, -2.1437311547039553, 'limited_progress'),
	('15-2-1', 2019, 42, 2024, 40, 1, NULL, 60, 2026, -0.18576295071190677, -3.274018486731302, 'deterioration'),
	('15-3-1', 2015, 0.9339, 2018, 0.9257, 1, NULL, NULL, 2030, -0.00293540260362235, -2.8669253254527938, 'deterioration'),
	('15-4-1', 2015, 10.1, 2023, 13.7, 1, NULL, 30, 2030, 0.5160064971944834, -0.34995572813974585, 'limited_progress'),
	('15-5-1', 2015, 70, 2023, 55, -1, NULL, 100, 2030, 1.2340549664701979, 5.0, 'target_achieved'),
	('16-1-1', 2021, 79, 2022, 79, 1, 100, NULL, 2030, 0.0, -2.5, 'limited_progress'),
	('16-2-1', 2015, 1070.26, 2024, 1433.46, -1, NULL, NULL, 2030, -0.0329982532411468, -5.0, 'deterioration'),
	('16-3-1', 2015, 55.6, 2024, 225.1, -1, NULL, NULL, 2030, -0.1680941688646147, -5.0, 'deterioration'),
	('16-4-1', 2015, 71.32, 2024, 55.71, 1, NULL, NULL, 2030, -0.027073119045431082, -5.0, 'deterioration'),
	('16-5-1', 2015, 126, 2023, 189, -1, NULL, NULL, 2030, -0.05198950550864412, -5.0, 'deterioration'),
	('16-6-1', 2015, 87.93, 2023, 77.78, -1, NULL, NULL, 2030, 0.015215151249107883, 2.6075756245539417, 'substantial_progress'),
	('16-7-1', 2019, 41, 2019, 41, 1, 100, NULL, 2030, NULL, NULL, 'not_available'),
	('17-1-1', 2016, 86.2795833333333, 2024, 92.35875, 1, 100, NULL, 2030, 0.008547253218384565, 3.8907192806023563, 'substantial_progress'),
	('17-2-1', 2018, 6600, 2023, 16000, 1, NULL, NULL, 2030, 0.19375501594352174, 5.0, 'substantial_progress'),
	('17-3-1', 2015, 1003.855, 2023, 1654.662, 1, NULL, NULL, 2030, 0.06446108352601376, 5.0, 'substantial_progress'),
	('2-1-1', 2018, 11.7, 2024, 18.4, -1, NULL, NULL, 2030, -0.07838041926560968, -5.0, 'deterioration'),
	('2-2-1', 2016, 66, 2021, 64, 1, NULL, 71, 2030, -1.1731882600976888, -5.0, 'deterioration'),
	('3-1-1', 2015, 31.5, 2023, 21.6, 1, 100, NULL, 2030, -0.04606694112762422, -5.0, 'deterioration'),
	('3-10-1', 2015, 590.5, 2022, 563.1, -1, NULL, NULL, 2030, 0.006764503240488051, 0.4411258101220128, 'moderate_progress'),
	('3-10-1', 2015, 825, 2022, 554, -1, NULL, NULL, 2030, 0.05530049450147401, 5.0, 'substantial_progress'),
	('3-10-1', 2015, 0.15, 2022, 0.23, -1, NULL, NULL, 2030, -0.06296633673656449, -5.0, 'deterioration'),
	('3-10-1', 2015, 1463, 2022, 1411, -1, NULL, NULL, 2030, 0.005156722387535284, 0.03918059688382103, 'moderate_progress'),
	('3-10-1', 2015, 619, 2022, 686, -1, NULL, NULL, 2030, -0.014790071512168712, -4.348758939021089, 'deterioration'),
	('3-10-1', 2015, 4.9, 2023, 6.1, -1, NULL, NULL, 2030, -0.02776001954452001, -5.0, 'deterioration'),
	('3-10-1', 2015, 2049, 2022, 2062, -1, NULL, NULL, 2030, -0.000903910615186243, -2.61298882689828, 'deterioration'),
	('3-10-1', 2015, 630, 2022, 553, -1, NULL, NULL, 2030, 0.01845077808371265, 4.2253890418563245, 'substantial_progress'),
	('3-10-1', 2015, 21.7, 2022, 11.62, -1, NULL, NULL, 2030, 0.08536148601226978, 5.0, 'substantial_progress'),
	('3-10-1', 2015, 4.6, 2022, 5.06, -1, NULL, NULL, 2030, -0.013708856295468141, -4.213607036933517, 'deterioration'),
	('3-11-1', 2015, 34, 2024, 49.5, -1, NULL, NULL, 2030, -0.04261781758288907, -5.0, 'deterioration'),
	('3-11-1', 2015, 18.5, 2024, 12.8, -1, NULL, NULL, 2030, 0.04009894001862979, 5.0, 'substantial_progress'),
	('3-11-1', 2015, 38.7, 2024, 33.2, -1, NULL, NULL, 2030, 0.01688796379260038, 3.4439818963001905, 'substantial_progress'),
	('3-11-1', 2015, 8.9, 2024, 11.2, -1, NULL, NULL, 2030, -0.02586922534915681, -5.0, 'deterioration'),
	('3-11-1', 2015, 35.2, 2024, 32, -1, NULL, NULL, 2030, 0.010534143136259333, 1.3835357840648332, 'moderate_progress'),
	('3-11-1', 2015, 20.1, 2024, 16.7, -1, NULL, NULL, 2030, 0.020379592597534968, 5.0, 'substantial_progress'),
	('3-11-1', 2015, 144.6, 2024, 140.5, -1, NULL, NULL, 2030, 0.00319087839766663, -0.904560801166685, 'limited_progress'),
	('3-11-1', 2015, 21.4, 2024, 18.6, -1, NULL, NULL, 2030, 0.015460281535237819, 2.7301407676189093, 'substantial_progress'),
	('3-11-1', 2015, 12.6, 2024, 9.3, -1, NULL, NULL, 2030, 0.03317956189225035, 5.0, 'substantial_progress'),
	('3-11-1', 2015, 215.9, 2024, 207.4, -1, NULL, NULL, 2030, 0.004452949614101143, -0.2735251929494287, 'limited_progress'),
	('3-12-1', 2015, 184.4, 2023, 231.9, -1, NULL, 0.1, 2030, -0.07371746216108555, -2.807158549586595, 'deterioration'),
	('3-13-1', 2016, 7.8, 2025, 13.5, -1, NULL, 10, 2028, -3.0040533889075847, -5.0, 'deterioration'),
	('3-14-1', 2015, 18.8, 2024, 11.1, -1, NULL, 5, 2035, 0.8874610697051454, 2.0533456747968826, 'moderate_progress'),
	('3-15-1', 2018, 5.1, 2024, 8.8, -1, NULL, NULL, 2030, -0.09517977764749186, -5.0, 'deterioration'),
	('3-2-1', 2019, 13.2, 2019, 13.2, -1, NULL, 10, 2025, NULL, NULL, 'not_available'),
	('3-3-1', 2011, 23.8, 2024, 29.9, -1, NULL, NULL, 2030, -0.017706698829890177, -4.713337353736272, 'deterioration'),
	('3-4-1', 2015, 8.1, 2024, 6.8, -1, NULL, 8, 2025, 15.505871214397729, 5.0, 'target_achieved'),
	('3-5-1', 2015, 45.2, 2024, 50.2, 1, 100, NULL, 2030, 0.011725762907919934, 1.7703341529044656, 'moderate_progress'),
	('3-5-1', 2015, 37.6, 2019, 43.9, 1, 100, NULL, 2030, 0.03948725487818483, 5.0, 'substantial_progress'),
	('3-6-1', 2015, 92.8, 2024, 83.6, 1, 100, NULL, 2030, -0.011533322032370674, -3.941665254046334, 'deterioration'),
	('3-7-1', 2015, 61.1, 2024, 52, 1, 100, NULL, 2030, -0.01775909807075493, -4.719887258844366, 'deterioration'),
	('3-8-1', 2015, 72, 2024, 53.7, 1, 100, NULL, 2030, -0.03205855062943841, -5.0, 'deterioration'),
	('3-9-1', 2015, 76.9, 2021, 77.1, 1, NULL, 95, 2025, 0.020269306498664433, -2.415543880612015, 'limited_progress'),
	('3-9-1', 2015, 74.6, 2021, 71.9, 1, NULL, 95, 2025, -0.2503333723340373, -3.543064062504233, 'deterioration'),
	('3-9-1', 2017, 89.3, 2021, 92.8, 1, NULL, 90, 2025, 9.89004807601919, 5.0, 'target_achieved'),
	('3-9-1', 2017, 83.1, 2021, 89, 1, NULL, 90, 2025, 1.7260414193640878, 5.0, 'substantial_progress'),
	('3-9-1', 2015, 69.2, 2021, 82.6, 1, NULL, 95, 2025, 0.9299875425576409, 2.357108017734973, 'moderate_progress'),
	('3-9-1', 2019, 80.2, 2021, 84, 1, NULL, 90, 2025, 1.2070325634661578, 4.336012897582419, 'substantial_progress'),
	('3-9-1', 2019, 89.3, 2021, 89, 1, NULL, 90, 2025, -1.2909924104749682, -5.0, 'deterioration'),
	('3-9-1', 2015, 87.8, 2021, 90.5, 1, NULL, 95, 2025, 0.6395836985040276, 0.282782400044419, 'moderate_progress'),
	('3-9-1', 2015, 88.9, 2021, 91.5, 1, NULL, 95, 2025, 0.7232858727727359, 0.8806586606283755, 'moderate_progress'),
	('3-9-1', 2015, 86.2, 2021, 79.5, 1, NULL, 95, 2025, -1.3713049632952559, -5.0, 'deterioration'),
	('3-9-1', 2015, 80.3, 2021, 85.1, 1, NULL, 95, 2025, 0.5735447253566258, -0.11021119285654724, 'limited_progress'),
	('3-9-1', 2015, 91.2, 2021, 91.8, 1, NULL, 95, 2025, 0.26732331867157816, -1.3861439280911354, 'limited_progress'),
	('3-9-1', 2015, 90.2, 2021, 87.3, 1, NULL, 95, 2025, -1.0449151239449763, -5.0, 'deterioration'),
	('3-9-1', 2017, 82.9, 2021, 87.5, 1, NULL, 95, 2025, 0.7913615937783701, 1.36691672819952, 'moderate_progress'),
	('4-1-1', 2016, 79.3, 2021, 81.954805055328, 1, 100, NULL, 2030, 0.006607696899221471, 1.3194330745388791, 'moderate_progress'),
	('4-2-1', 2015, 55, 2025, 64, 1, 100, NULL, 2030, 0.015270408992566153, 3.212911287825454, 'substantial_progress'),
	('4-3-1', 2019, 59.9, 2025, 57.7, 1, 100, NULL, 2030, -0.006217148322208654, -3.277143540276082, 'deterioration'),
	('5-1-1', 2018, 1.2, 2018, 1.2, -1, NULL, NULL, 2030, NULL, NULL, 'not_available'),
	('5-2-1', 2018, 12.1, 2018, 12.1, -1, NULL, 11.495, 2026, NULL, NULL, 'not_available'),
	('5-3-1', 2015, 34.8, 2025, 36.8, 1, 100, NULL, 2030, 0.005603688090563219, 0.16395511480401614, 'moderate_progress'),
	('5-3-1', 2015, 19.5, 2019, 18.5, 1, 100, NULL, 2030, -0.013074706975541028, -4.134338371942628, 'deterioration'),
	('5-3-1', 2021, 43.8, 2023, 46.7, 1, 100, NULL, 2030, 0.03257447463226626, 5.0, 'substantial_progress'),
	('5-3-1', 2015, 30.5, 2019, 27.4, 1, 100, NULL, 2030, -0.026440092262010606, -5.0, 'deterioration'),
	('5-3-1', 2015, 30.8, 2023, 48.7, 1, 100, NULL, 2030, 0.05894226054623486, 5.0, 'substantial_progress'),
	('5-3-1', 2015, 25.3, 2023, 30.6, 1, 100, NULL, 2030, 0.024059316954602394, 5.0, 'substantial_progress'),
	('5-4-1', 2015, 1.5, 2022, 1.42592592592593, -1, NULL, 1, 2030, 0.27030361471600933, -1.373725928562804, 'limited_progress'),
	('5-5-1', 2015, 0.83, 2025, 0.87, 1, NULL, NULL, 2030, 0.004717845237665053, -0.1410773811674737, 'limited_progress'),
	('6-1-1', 2015, 103, 2023, 29, -1, NULL, 0.1, 2030, 0.3956861571147466, -0.8512944891499856, 'limited_progress'),
	('6-2-1', 2016, 4.1, 2022, 4.2, -1, NULL, NULL, 2030, -0.004024334571181898, -3.003041821397737, 'deterioration'),
	('6-3-1', 2015, 35913582, 2021, 36127599, -1, NULL, NULL, 2030, -0.000990746439428536, -2.6238433049285668, 'deterioration'),
	('6-5-1', 2016, 78.2, 2024, 71.1, 1, NULL, 85, 2030, -1.9799265407780686, -5.0, 'deterioration'),
	('6-6-1', 2016, 77, 2024, 77.7, 1, NULL, 100, 2040, 0.10336979304555655, -2.0692890833170794, 'limited_progress'),
	('7-2-1', 2015, 81.444, 2025, 78.398, 1, NULL, 90, 2030, -0.5693758628116666, -4.872418407577371, 'deterioration'),
	('7-3-1', 2015, 0.23, 2024, 0.21, -1, NULL, NULL, 2030, 0.010057061463150552, 1.264265365787638, 'moderate_progress'),
	('8-1-1', 2015, 7, 2025, 6.8, -1, NULL, NULL, 2030, 0.002894556357509903, -1.0527218212450484, 'limited_progress'),
	('8-2-1', 2015, 61.4, 2025, 60.8, 1, 100, NULL, 2030, -0.000981522609353691, -2.622690326169211, 'deterioration'),
	('8-3-1', 2015, 13, 2025, 12, -1, NULL, NULL, 2030, 0.007972321891407952, 0.743080472851988, 'moderate_progress'),
	('8-4-1', 2015, 26.5, 2025, 18.41, -1, NULL, NULL, 2030, 0.035769662670696145, 5.0, 'substantial_progress'),
	('8-5-1', 2015, 57591, 2024, 59529, 1, NULL, NULL, 2030, 0.003684246130864821, -0.6578769345675894, 'limited_progress'),
	('8-6-1', 2015, 195772, 2024, 224062, 1, NULL, 244715, 2026, 0.7373232716587212, 0.9809263971310793, 'moderate_progress'),
	('9-1-1', 2017, 56.9, 2020, 46.5, 1, 100, NULL, 2030, -0.0650675604902875, -5.0, 'deterioration'),
	('9-2-1', 2015, 1.7, 2023, 1.8, 1, NULL, NULL, 2030, 0.007170386722810784, 0.5425966807026961, 'moderate_progress'),
	('9-3-1', 2016, 84.3, 2024, 96.4, 1, NULL, 100, 2030, 1.3774677382210436, 5.0, 'substantial_progress'),
	('9-4-1', 2015, 97.4, 2022, 99.7, 1, 100, NULL, 2030, 0.003339774133456208, 5.0, 'substantial_progress'),
	('9-5-1', 2015, 0.24, 2025, 0.153, -1, NULL, NULL, 2030, 0.04402173370954321, 5.0, 'substantial_progress'),
	('9-6-1', 2015, 666, 2026, 15974, 1, NULL, 37929, 2030, 1.0828341757518625, 3.4488762339779786, 'substantial_progress'),
	('9-7-1', 2015, 58.2, 2025, 59.5, 1, NULL, 50, 2030, 0.21954929987292612, 5.0, 'target_achieved');
CREATE VIEW assessed AS
SELECT s.*, pace, growth, coalesce(plan_eurostat_score(pace, met), plan_eurostat_growth_score(growth, baseline, natural_limit)) AS ours,
	coalesce(plan_eurostat_class(pace, met), plan_eurostat_growth_class(growth, baseline, natural_limit), 'not_available') AS label
FROM statcan AS s, LATERAL (SELECT plan_goal(target, direction, baseline) AS goal) AS g, LATERAL (
	SELECT plan_eurostat_pace(value, year, goal, base_year, target_year) AS pace, plan_is_met(value, goal) AS met,
		CASE WHEN target IS NULL THEN plan_eurostat_growth(value, year, baseline, base_year, direction) END AS growth
) AS p;
SELECT count(*) AS series, count(published) AS assessed, count(target) FILTER (WHERE published IS NOT NULL) AS with_target, count(natural_limit) FILTER (WHERE published IS NOT NULL) AS with_limit,
	count(*) FILTER (WHERE coalesce(pace, growth) IS DISTINCT FROM published AND NOT coalesce(abs(coalesce(pace, growth) - published) < 1e-12, false)) AS paces_apart,
	count(*) FILTER (WHERE ours IS DISTINCT FROM score AND NOT coalesce(abs(ours - score) < 1e-12, false)) AS scores_apart,
	count(*) FILTER (WHERE label IS DISTINCT FROM class) AS classes_apart
FROM assessed;
SELECT label AS class, count(*), round(avg(ours)::numeric, 4) AS score FROM assessed GROUP BY 1 ORDER BY 1;
-- The class of an indicator of several series is that of the mean of their scores.
SELECT indicator, count(score) AS series, round(avg(score)::numeric, 4) AS score, plan_eurostat_score_class(avg(score), bool_and(class = 'target_achieved')) AS class
FROM statcan WHERE class <> 'not_available' GROUP BY indicator HAVING count(*) > 1 ORDER BY indicator;
SELECT s, plan_eurostat_score_class(s), plan_eurostat_score_class(s, true) FROM unnest('{5,2.5,2.499,0,-0.001,-2.5,-2.501,-5}'::float8[]) AS s;

-- A goal is written as it is planned, or made of columns.
SELECT plan_eurostat_pace(74, 2020, '>= 85 from 63', 2005, 2030) AS literal, plan_eurostat_pace(74, 2020, plan_goal(85, 'higher', 63), 2005, 2030) AS columns, plan_eurostat_class(plan_eurostat_pace(74, 2020, '>= 85 from 63', 2005, 2030)) AS class;
-- Cuts, from both sides: a target of 1 % a year ten years on, and growth a year without a target.
SELECT r, round(pace::numeric, 9) AS pace, round(plan_eurostat_score(pace)::numeric, 6) AS score, plan_eurostat_class(pace) AS statcan, plan_eurostat_class(pace, edition => 'eurostat') AS eurostat, plan_eurostat_class(pace, true, 'eustat') AS achieved
FROM unnest('{1.4,1.29999,1.2,0.950001,0.949999,0.600001,0.599999,0.000001,-0.000001,-0.599999,-0.61}'::float8[]) AS r,
	LATERAL (SELECT plan_eurostat_pace(100 * (1 + r / 100) ^ 5, 2020, plan_goal(100 * 1.01 ^ 10, 1, 100), 2015, 2025) AS pace) AS p;
SELECT r, round(plan_eurostat_growth_score(growth)::numeric, 6) AS score, plan_eurostat_growth_class(growth) AS statcan, plan_eurostat_growth_class(growth, edition => 'eurostat') AS eurostat, plan_eurostat_growth_class(growth, edition => 'eustat') AS eustat
FROM unnest('{2.5,1.75,1.500001,1.499999,1.000001,0.999999,0.500001,0.499999,0.100001,0.099999,0.000001,-0.000001,-0.099999,-0.100001,-0.999999,-1.000001,-2.5}'::float8[]) AS r,
	LATERAL (SELECT plan_eurostat_growth(100 * (1 + r / 100) ^ 5, 2020, 100, 2015, 1) AS growth) AS g;
-- A value on a cut gets the better class, except at EUSTAT's positive cuts: growth of exactly 0.
SELECT edition, plan_eurostat_growth_class(plan_eurostat_growth(7, 2020, 7, 2015, 'higher'), edition => edition) AS no_growth, plan_eurostat_class(plan_eurostat_pace(2, 2016, '>= 2 from 1', 2015, 2017), plan_is_met(2, '>= 2'), edition) AS target_met
FROM unnest('{statcan,eurostat,eustat}'::text[]) AS edition;
-- A natural limit lowers the positive cuts: to zero at the limit, and not at all from twice the limit.
SELECT b, round(plan_eurostat_growth_score(slow, b, 100)::numeric, 6) AS score, plan_eurostat_growth_class(slow, b, 100) AS class, round(plan_eurostat_growth_score(none, b, 100)::numeric, 6) AS held, plan_eurostat_growth_class(falls, b, 100) AS falls
FROM unnest('{40,80,95,99,100,105,150,200,300}'::float8[]) AS b,
	LATERAL (SELECT plan_eurostat_growth(b * 1.002 ^ 4, 2019, b, 2015, 1) AS slow, plan_eurostat_growth(b, 2019, b, 2015, 1) AS none, plan_eurostat_growth(b * 0.998 ^ 4, 2019, b, 2015, 1) AS falls) AS g;
SELECT plan_eurostat_growth_score(0.01, 80) = plan_eurostat_growth_score(0.01) AS no_limit, plan_eurostat_growth_score(0.01, NULL, 100) = plan_eurostat_growth_score(0.01) AS no_baseline, plan_eurostat_growth_class(NULL, 80, 100) AS no_growth;
SELECT count(*) FILTER (WHERE abs(score - expected) > 1e-12) AS apart, count(*), min(score), max(score)
FROM (
	SELECT plan_eurostat_growth_score(plan_eurostat_growth(b * (1 + g) ^ 3, 2018, b, 2015, 1), b, 100) AS score,
		CASE WHEN g2 >= 0.02 * c THEN 5 WHEN g2 <= -0.02 THEN -5 WHEN g2 < 0 THEN -2.5 + g2 / 0.02 * 2.5 WHEN g2 < 0.005 * c THEN -2.5 + g2 / (0.005 * c) * 2.5
			WHEN g2 < 0.015 * c THEN (g2 - 0.005 * c) / (0.01 * c) * 2.5 ELSE 2.5 + (g2 - 0.015 * c) / (0.005 * c) * 2.5 END AS expected
	FROM (SELECT 30 + i % 68 AS b, (i * 31 % 61 - 30) / 1000.0::float8 AS g FROM generate_series(1, 5000) AS i) AS v, LATERAL (SELECT (b * (1 + g) ^ 3 / b) ^ (1 / 3.0::float8) - 1 AS g2, 1 - (b / 100.0::float8) ^ 4.44 AS c) AS f
) AS s;
-- Less is better; all values negative; a target on the far side of the baseline; a target that equals the baseline.
SELECT label, round(pace::numeric, 9) AS pace, round(plan_eurostat_score(pace, met)::numeric, 9) AS score, plan_eurostat_class(pace, met) AS class, plan_eurostat_reason(x, 2020, goal, 2015, 2030) AS reason
FROM (VALUES ('falls', 50, '<= 25 from 100'), ('debt falls', -50, '>= -25 from -100'), ('debt grows', -200, '>= -25 from -100'), ('lost what it had', 90, '>= 95 from 100'), ('kept what it had', 97, '>= 95 from 100'), ('to hold, held', 100, '>= 100 from 100'), ('to hold, lost', 99, '>= 100 from 100'),
	('to hold, lost, no more is better', 101, '<= 100 from 100'), ('to zero', 50, '<= 0 from 100'), ('at zero', 0, '<= 0 from 100'), ('from zero', 5, '>= 10 from 0'), ('across zero', 5, '>= 10 from -5'), ('zero stays', 0, '>= 10 from 0'), ('zero is held', 0, '<= 0 from 0')) AS v (label, x, written),
	LATERAL (SELECT written::plan_goal AS goal) AS g, LATERAL (SELECT plan_eurostat_pace(x, 2020, goal, 2015, 2030) AS pace, plan_is_met(x, goal) AS met) AS p;
SELECT plan_eurostat_growth(0, 2020, 100, 2015, 'lower') AS down_to_zero, plan_eurostat_growth(-50, 2020, -100, 2015, 'higher') AS debt_falls, plan_eurostat_growth(5, 2020, -5, 2015, 'higher') AS across_zero;
-- The replacement of zero decides: none, or a larger value.
SELECT z, round(plan_eurostat_pace(50, 2020, '<= 0 from 100', 2015, 2030, z)::numeric, 9) AS pace, plan_eurostat_reason(50, 2020, '<= 0 from 100', 2015, 2030, z) AS reason, plan_eurostat_class(plan_eurostat_pace(0, 2020, '<= 0 from 100', 2015, 2030, zero => z), plan_is_met(0, '<= 0')) AS met,
	plan_eurostat_growth(0.5, 2016, 0, 2015, 'higher', z) AS growth FROM unnest('{NULL,0,0.001,0.1,1}'::float8[]) AS z;
-- Missing: one year only, no baseline, no value, no year, no target year, no goal.
SELECT label, round(pace::numeric, 9) AS pace, coalesce(plan_eurostat_class(pace, plan_is_met(x, goal)), plan_eurostat_reason(x, t1, goal, t0, tt)) AS class
FROM (VALUES ('one year', 3::float8, 2015::float8, '>= 4 from 3', 2015::float8, 2030::float8), ('no baseline', 3, 2020, '>= 4', 2015, 2030), ('no value', NULL, 2020, '>= 4 from 3', 2015, 2030), ('not a number', 'NaN', 2020, '>= 4 from 3', 2015, 2030), ('no year', 3, NULL, '>= 4 from 3', 2015, 2030), ('one value, met', 5, 2015, '>= 4', NULL, NULL),
	('no target year', 5, 2020, '>= 9 from 3', 2015, NULL), ('no target year, met', 5, 2020, '>= 4 from 3', 2015, NULL), ('target at the start', 5, 2020, '>= 9 from 3', 2015, 2015), ('no goal', 5, 2020, NULL, 2015, 2030), ('half a year', 5, 2015.5, '>= 9 from 4', 2015, 2030)) AS v (label, x, t1, written, t0, tt),
	LATERAL (SELECT written::plan_goal AS goal) AS g, LATERAL (SELECT plan_eurostat_pace(x, t1, goal, t0, tt) AS pace) AS p;
-- Values of any type; NULL and untyped arguments.
SELECT plan_eurostat_pace(52, 2023, '>= 60 from 40', 2015, 2030) = plan_eurostat_pace(52.0, 2023::smallint, '>= 60 from 40'::varchar, 2015::numeric, 2030::real) AS same, round(plan_eurostat_growth(52, 2023, 40, 2015, 1::smallint)::numeric, 9) AS growth,
	plan_eurostat_pace(NULL, NULL, NULL, NULL, NULL), plan_eurostat_growth(NULL, NULL, NULL, NULL, NULL), plan_eurostat_class(NULL), plan_eurostat_score(NULL, NULL), plan_eurostat_class(0.9, edition => NULL), plan_eurostat_class('0.9', 'f', 'Eurostat'), plan_eurostat_reason(NULL, NULL, NULL, NULL, NULL, NULL);
SELECT plan_eurostat_growth(52, 2023, 40, 2015, d) AS growth FROM unnest('{higher,1,lower,-1}'::text[]) AS d;
-- A value that lies on a cut in decimals is on it, in any unit, though float8 is a little short of it: 1.5, 0.5 and -1 % a year.
SELECT b, x, plan_eurostat_growth_class(growth) AS statcan, plan_eurostat_growth_class(growth, edition => 'eurostat') AS eurostat
FROM (VALUES (100, 101.5), (1, 1.015), (100, 100.5), (100, 99), (1, 0.99), (100, 101), (100, 100)) AS v (b, x), LATERAL (SELECT plan_eurostat_growth(x, 2016, b, 2015, 1) AS growth) AS g;
SELECT cut, count(*) AS pairs, count(*) FILTER (WHERE x / b - 1 < cut) AS short_of_it, count(*) FILTER (WHERE plan_eurostat_growth_class(plan_eurostat_growth(x, 2016, b, 2015, 1), edition => edition) <> class) AS misjudged
FROM (VALUES (1.015, 'statcan', 'substantial_progress'), (1.005, 'statcan', 'moderate_progress'), (0.99, 'eurostat', 'moderate_movement_away')) AS c (factor, edition, class),
	LATERAL (SELECT (factor - 1)::float8 AS cut, (i / 100.0)::float8 AS b, (i / 100.0 * factor)::float8 AS x FROM generate_series(1, 3000) AS i) AS v GROUP BY cut ORDER BY cut;
-- The target is compared as it is: 0.0008 is not 0, and 0.0005 is half the way from 0 to 0.001, for which zero needs another replacement.
SELECT plan_is_met(0.0008, '<= 0') AS not_yet, plan_eurostat_class(plan_eurostat_pace(0.0008, 2020, '<= 0 from 0.05', 2015, 2030)) AS class, plan_eurostat_reason(0.0005, 2020, '>= 0.001 from 0', 2015, 2030) AS half_way, round(plan_eurostat_pace(0.0005, 2020, '>= 0.001 from 0', 2015, 2030, 0.0001)::numeric, 9) AS pace,
	plan_eurostat_growth(0, 2020, 0, 2015, 'lower') AS no_growth;
-- Why there is no pace.
SELECT label, plan_eurostat_pace(x, t1, goal, t0, tt, z) AS pace, plan_eurostat_reason(x, t1, goal, t0, tt, z) AS reason
FROM (VALUES ('none', 'NaN'::float8, 2020::float8, '>= 4 from 3', 2015::float8, 2030::float8, 0.001::float8), ('no baseline', 5, 2020, '>= 4', 2015, 2030, 0.001), ('one year', 5, 2015, '>= 4 from 5', 2015, 2030, 0.001), ('no year', 5, NULL, '>= 4 from 5', 2015, 2030, 0.001),
	('from zero', 5, 2020, '>= 9 from 0', 2015, 2030, NULL), ('to zero', 5, 2020, '<= 0 from 9', 2015, 2030, NULL), ('to hold', 5, 2020, '<= 9 from 9', 2015, 2030, 0.001), ('at zero, to hold', 0, 2020, '<= 9 from 9', 2015, 2030, 0.001), ('across zero', 5, 2020, '>= 9 from -9', 2015, 2030, 0.001), ('replacement is the target', 0.5, 2020, '>= 1 from 0', 2015, 2030, 1), ('replacement is the baseline', 0.5, 2020, '<= 0 from 1', 2015, 2030, 1),
	('will cross zero', -5, 2020, '>= 9 from -9', 2015, 2030, 0.001), ('no target year', 5, 2020, '>= 9 from 4', 2015, NULL, 0.001), ('target at the start', 5, 2020, '>= 9 from 4', 2015, 2015, 0.001), ('half a unit', 4, 2020, '>= 4 from 2', 2015, 2030, 0.001), ('without a goal', 4, 2020, NULL, 2015, 2030, 0.001)) AS v (label, x, t1, written, t0, tt, z),
	LATERAL (SELECT written::plan_goal AS goal) AS g;
-- A published pace, as a score and a class.
SELECT count(*) AS paces, count(*) FILTER (WHERE abs(coalesce(plan_eurostat_score(pace), plan_eurostat_growth_score(growth)) - s.score) < 1e-12) AS scores, count(*) FILTER (WHERE coalesce(plan_eurostat_class(pace), plan_eurostat_growth_class(growth)) = class) AS classes
FROM (SELECT CASE WHEN target IS NOT NULL THEN published END AS pace, CASE WHEN target IS NULL THEN published END AS growth, statcan.score, class FROM statcan WHERE class <> 'target_achieved' AND natural_limit IS NULL AND published IS NOT NULL) AS s;
SELECT r, plan_eurostat_score(r), plan_eurostat_score(r, true) AS achieved, plan_eurostat_class(r), plan_eurostat_growth_class(r / 60) AS growth, plan_eurostat_growth_class(r / 60, edition => 'eustat') AS eustat, plan_eurostat_class(r, edition => 'eurostat') AS eurostat FROM unnest('{1.3,0.95,0.9499,0.6,0.3,0,-0.01,-0.6,-0.7,NaN,NULL}'::float8[]) AS r;
-- A value that should be at a centre, as one that should fall to it; NULL where there is no assessment.
SELECT y, plan_eurostat_reflected(y, 50) AS share, plan_eurostat_reflected(y, 100, 25) AS execution FROM unnest('{50,40,60,100,24.9,25,NaN,NULL}'::float8[]) AS y;
-- The base year is 2015, or else the first later one, or the nearest.
SELECT min(year) FILTER (WHERE year >= 2015) AS first_later, (array_agg(year ORDER BY abs(year - 2015), year))[1] AS nearest FROM unnest('{2008,2012,2014,2017,2023}'::int[]) AS year;
-- Parity: as a ratio that should fall to 1.
SELECT plan_eurostat_parity(2.369::float8 / 2.3) AS at_1_03, plan_eurostat_parity(1.067::float8 / 1.1) AS at_0_97;
SELECT y, plan_eurostat_parity(y) FROM unnest('{0.5,0.96,0.97,1,1.03,1.04,2,0,-1,NaN,NULL}'::float8[]) AS y;

-- What is asked in the wrong way.
\set VERBOSITY sqlstate
SELECT plan_eurostat_pace(52, 2014, '>= 60 from 40', 2015, 2030);
SELECT plan_eurostat_pace(52, 2020, '>= 60 from 40', 2015, 2014);
SELECT plan_eurostat_pace('Infinity', 2020, '>= 60 from 40', 2015, 2030);
SELECT plan_eurostat_pace(52, 'NaN', '>= 60 from 40', 2015, 2030);
SELECT plan_eurostat_pace(52, 2020, '>= 60 from 40', 2015, 2030, 'NaN');
SELECT plan_eurostat_pace(52, 2020, '60', 2015, 2030);
SELECT plan_eurostat_growth(52, 2014, 40, 2015, 'higher');
SELECT plan_eurostat_growth(52, 2020, '-Infinity', 2015, 'higher');
SELECT plan_eurostat_growth(52, 2020, 40, 2015, '+');
SELECT plan_eurostat_growth(52, 2020, 40, 2015, 0.5);
SELECT plan_eurostat_growth_score('Infinity');
SELECT plan_eurostat_growth_score(1, 2, 'Infinity');
SELECT plan_eurostat_growth_class(1, '-Infinity');
SELECT plan_eurostat_reason(52, 2014, '>= 60 from 40', 2015, 2030);
SELECT plan_eurostat_reason(1e308, 2020, '<= 1 from 1e-308', 2019.9, 2030);
SELECT plan_eurostat_score('-Infinity');
SELECT plan_eurostat_reflected(-1e308, 1e308);
SELECT plan_eurostat_growth(1e308, 2015.5, 1e-308, 2015, 1);
SELECT plan_eurostat_score_class('Infinity');
\set VERBOSITY default
SELECT plan_eurostat_pace(52, 2014, '>= 60 from 40', 2015, 2030);
SELECT plan_eurostat_pace(52, 2020, '40..60', 2015, 2030);
SELECT plan_eurostat_pace(52, 2020, '= 50 from 60', 2015, 2030);
SELECT plan_eurostat_growth(52, 2020, 40, 2015, 'within');
SELECT plan_eurostat_class(0.9, edition => 'Euro');
SELECT plan_eurostat_growth_class(0.9, 80, 100, 'EUSTAT');
DROP VIEW assessed;
DROP TABLE statcan;
