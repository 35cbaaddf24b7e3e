-- name: query_1 :many
SELECT id FROM t WHERE id <> 1;

-- name: query_2 :many
SELECT id FROM t WHERE id <> 2;

-- name: query_3 :many
SELECT id FROM t WHERE id <> 3;

-- name: query_4 :many
SELECT id FROM t WHERE id <> 4;

-- name: query_5 :many
SELECT id FROM t WHERE id <> 5;

-- name: query_6 :many
SELECT id FROM t WHERE id <> 6;

-- name: query_7 :many
SELECT id FROM t WHERE id <> 7;

-- name: query_8 :many
SELECT id FROM t WHERE id <> 8;

-- name: query_9 :many
SELECT id FROM t WHERE id <> 9;

-- name: query_10 :many
SELECT id FROM t WHERE id <> 10;

-- name: query_11 :many
SELECT id FROM t WHERE id <> 11;

-- name: query_12 :many
SELECT id FROM t WHERE id <> 12;

-- name: query_13 :many
SELECT id FROM t WHERE id <> 13;

-- name: query_14 :many
SELECT id FROM t WHERE id <> 14;

-- name: query_15 :many
SELECT id FROM t WHERE id <> 15;

-- name: query_16 :many
SELECT id FROM t WHERE id <> 16;

-- name: query_17 :many
SELECT id FROM t WHERE id <> 17;

-- name: query_18 :many
SELECT id FROM t WHERE id <> 18;

-- name: query_19 :many
SELECT id FROM t WHERE id <> 19;

-- name: query_20 :many
SELECT id FROM t WHERE id <> 20;

-- name: query_21 :many
SELECT id FROM t WHERE id <> 21;

-- name: query_22 :many
SELECT id FROM t WHERE id <> 22;

-- name: query_23 :many
SELECT id FROM t WHERE id <> 23;

-- name: query_24 :many
SELECT id FROM t WHERE id <> 24;

-- name: query_25 :many
SELECT id FROM t WHERE id <> 25;

-- name: query_26 :many
SELECT id FROM t WHERE id <> 26;

-- name: query_27 :many
SELECT id FROM t WHERE id <> 27;

-- name: query_28 :many
SELECT id FROM t WHERE id <> 28;

-- name: query_29 :many
SELECT id FROM t WHERE id <> 29;

-- name: query_30 :many
SELECT id FROM t WHERE id <> 30;

-- name: query_31 :many
SELECT id FROM t WHERE id <> 31;

-- name: query_32 :many
SELECT id FROM t WHERE id <> 32;

-- name: query_33 :many
SELECT id FROM t WHERE id <> 33;

-- name: query_34 :many
SELECT id FROM t WHERE id <> 34;

-- name: query_35 :many
SELECT id FROM t WHERE id <> 35;

-- name: query_36 :many
SELECT id FROM t WHERE id <> 36;

-- name: query_37 :many
SELECT id FROM t WHERE id <> 37;

-- name: query_38 :many
SELECT id FROM t WHERE id <> 38;

-- name: query_39 :many
SELECT id FROM t WHERE id <> 39;

-- name: query_40 :many
SELECT id FROM t WHERE id <> 40;

-- name: query_41 :many
SELECT id FROM t WHERE id <> 41;

-- name: query_42 :many
SELECT id FROM t WHERE id <> 42;

-- name: query_43 :many
SELECT id FROM t WHERE id <> 43;

-- name: query_44 :many
SELECT id FROM t WHERE id <> 44;

-- name: query_45 :many
SELECT id FROM t WHERE id <> 45;

-- name: query_46 :many
SELECT id FROM t WHERE id <> 46;

-- name: query_47 :many
SELECT id FROM t WHERE id <> 47;

-- name: query_48 :many
SELECT id FROM t WHERE id <> 48;

-- name: query_49 :many
SELECT id FROM t WHERE id <> 49;

-- name: query_50 :many
SELECT id FROM t WHERE id <> 50;

-- name: query_51 :many
SELECT id FROM t WHERE id <> 51;

-- name: query_52 :many
SELECT id FROM t WHERE id <> 52;

-- name: query_53 :many
SELECT id FROM t WHERE id <> 53;

-- name: query_54 :many
SELECT id FROM t WHERE id <> 54;

-- name: query_55 :many
SELECT id FROM t WHERE id <> 55;

-- name: query_56 :many
SELECT id FROM t WHERE id <> 56;

-- name: query_57 :many
SELECT id FROM t WHERE id <> 57;

-- name: query_58 :many
SELECT id FROM t WHERE id <> 58;

-- name: query_59 :many
SELECT id FROM t WHERE id <> 59;

-- name: query_60 :many
SELECT id FROM t WHERE id <> 60;

-- name: query_61 :many
SELECT id FROM t WHERE id <> 61;

-- name: query_62 :many
SELECT id FROM t WHERE id <> 62;

-- name: query_63 :many
SELECT id FROM t WHERE id <> 63;

-- name: query_64 :many
SELECT id FROM t WHERE id <> 64;

-- name: query_65 :many
SELECT id FROM t WHERE id <> 65;

-- name: query_66 :many
SELECT id FROM t WHERE id <> 66;

-- name: query_67 :many
SELECT id FROM t WHERE id <> 67;

-- name: query_68 :many
SELECT id FROM t WHERE id <> 68;

-- name: query_69 :many
SELECT id FROM t WHERE id <> 69;

-- name: query_70 :many
SELECT id FROM t WHERE id <> 70;

-- name: query_71 :many
SELECT id FROM t WHERE id <> 71;

-- name: query_72 :many
SELECT id FROM t WHERE id <> 72;

-- name: query_73 :many
SELECT id FROM t WHERE id <> 73;

-- name: query_74 :many
SELECT id FROM t WHERE id <> 74;

-- name: query_75 :many
SELECT id FROM t WHERE id <> 75;

-- name: query_76 :many
SELECT id FROM t WHERE id <> 76;

-- name: query_77 :many
SELECT id FROM t WHERE id <> 77;

-- name: query_78 :many
SELECT id FROM t WHERE id <> 78;

-- name: query_79 :many
SELECT id FROM t WHERE id <> 79;

-- name: query_80 :many
SELECT id FROM t WHERE id <> 80;

-- name: query_81 :many
SELECT id FROM t WHERE id <> 81;

-- name: query_82 :many
SELECT id FROM t WHERE id <> 82;

-- name: query_83 :many
SELECT id FROM t WHERE id <> 83;

-- name: query_84 :many
SELECT id FROM t WHERE id <> 84;

-- name: query_85 :many
SELECT id FROM t WHERE id <> 85;

-- name: query_86 :many
SELECT id FROM t WHERE id <> 86;

-- name: query_87 :many
SELECT id FROM t WHERE id <> 87;

-- name: query_88 :many
SELECT id FROM t WHERE id <> 88;

-- name: query_89 :many
SELECT id FROM t WHERE id <> 89;

-- name: query_90 :many
SELECT id FROM t WHERE id <> 90;

-- name: query_91 :many
SELECT id FROM t WHERE id <> 91;

-- name: query_92 :many
SELECT id FROM t WHERE id <> 92;

-- name: query_93 :many
SELECT id FROM t WHERE id <> 93;

-- name: query_94 :many
SELECT id FROM t WHERE id <> 94;

-- name: query_95 :many
SELECT id FROM t WHERE id <> 95;

-- name: query_96 :many
SELECT id FROM t WHERE id <> 96;

-- name: query_97 :many
SELECT id FROM t WHERE id <> 97;

-- name: query_98 :many
SELECT id FROM t WHERE id <> 98;

-- name: query_99 :many
SELECT id FROM t WHERE id <> 99;

-- name: query_100 :many
SELECT id FROM t WHERE id <> 100;

-- name: query_101 :many
SELECT id FROM t WHERE id <> 101;
