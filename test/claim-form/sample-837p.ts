/** A small 837P for tests: two claims, invented identifiers. */
const header = 'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *240816*1200*^*00501*000000001*0*T*:~GS*HC*S*R*20240816*1200*1*X*005010X222A1~ST*837*0001*005010X222A1~BHT*0019*00*1*20240816*1200*CH~';
const trailer = 'SE*10*0001~GE*1*1~IEA*1*000000001~';

export const medicareClaim = 'HL*1**20*1~PRV*BI*PXC*225100000X~NM1*85*1*DOE*JANE****XX*1234567893~HL*2*1*22*0~SBR*P*18*******MB~NM1*IL*1*ROE*RICHARD****MI*1EG4TE5MK73~CLM*26463774*100***11:B:1*Y*A*Y*I~REF*G1*AUTH1~HI*ABK:M542*ABF:M5450~NM1*82*1*DOE*JANE****XX*1234567893~LX*1~SV1*HC:97140:59:GP*120*UN*2***1:2~DTP*472*D8*20240815~LX*2~SV1*HC:97124:GP*60*UN*2***1~DTP*472*D8*20240815~';
const compClaim = 'HL*3**20*1~PRV*BI*PXC*225700000X~HL*4*3*22*0~SBR*P*18*******WC~CLM*26463775*60***11:B:1*Y*A*Y*I~HI*ABK:M542~LX*1~SV1*HC:97124*60*MJ*30***1~DTP*472*D8*20240816~';

export const oneClaim = header + medicareClaim + trailer;
export const twoClaims = header + medicareClaim + compClaim + trailer;
export const noClaim = header + trailer;
